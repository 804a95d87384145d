import { z } from "zod";

/** Sổ đăng ký văn bản đi; sổ theo dõi giải quyết văn bản đến. NĐ 30/2020, Phụ lục IV. */
export const registerKinds = ["outgoing", "follow_up"] as const;
export type RegisterKind = (typeof registerKinds)[number];

export const registerFilterSchema = z.object({
  kind: z.enum(registerKinds).optional().catch(undefined),
  year: z.coerce.number().int().min(2000).max(2100).optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});
