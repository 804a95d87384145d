import { z } from "zod";

export const searchKinds = [
  "directive",
  "obligation",
  "report",
  "advisory",
  "message",
  "unit",
  "person",
] as const;
export type SearchKind = (typeof searchKinds)[number];

/** As long as a question is read; what goes beyond is cut, not refused. */
const asked = (limit: number) =>
  z
    .string()
    .transform((text) => text.replaceAll("\0", "").trim().slice(0, limit))
    .catch("");

const day = z.iso.date().optional().catch(undefined);

export const searchFilterSchema = z.object({
  q: asked(200),
  kind: z.enum(searchKinds).optional().catch(undefined),
  from: day,
  to: day,
  unit: asked(100),
  person: asked(100),
  page: z.coerce.number().int().min(1).max(10).catch(1),
});
export type SearchFilter = z.infer<typeof searchFilterSchema>;
