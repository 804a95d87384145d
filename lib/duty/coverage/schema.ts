import { z } from "zod";

export const wallFilterSchema = z.object({
  campaign: z.uuid().optional().catch(undefined),
  kind: z.string().trim().max(60).optional().catch(undefined),
  only: z.enum(["gaps"]).optional().catch(undefined),
  q: z.string().trim().max(200).catch(""),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});
export type WallFilter = z.infer<typeof wallFilterSchema>;

export const nowFilterSchema = z.object({
  kind: z.string().trim().max(60).optional().catch(undefined),
  only: z.enum(["nobody", "untaken"]).optional().catch(undefined),
  q: z.string().trim().max(200).catch(""),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});
export type NowFilter = z.infer<typeof nowFilterSchema>;
