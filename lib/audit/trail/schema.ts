import { z } from "zod";

/** `<time>_<unit>_<number>` of the last entry of the page before. */
const cursorSchema = z.tuple([z.iso.datetime(), z.uuid(), z.string().regex(/^\d{1,18}$/)]);
const isCursor = (text: string) => cursorSchema.safeParse(text.split("_")).success;

export const trailFilterSchema = z.object({
  person: z.string().trim().max(100).catch(""),
  unit: z.string().trim().max(100).catch(""),
  action: z
    .string()
    .regex(/^[a-z][a-z.-]{0,60}$/)
    .optional()
    .catch(undefined),
  /** What sort of thing it is about, and which one. */
  subject: z
    .string()
    .regex(/^[a-z][a-z-]{0,40}$/)
    .optional()
    .catch(undefined),
  subjectId: z.string().trim().min(1).max(100).optional().catch(undefined),
  from: z.iso.date().optional().catch(undefined),
  to: z.iso.date().optional().catch(undefined),
  after: z.string().refine(isCursor).optional().catch(undefined),
});
export type TrailFilter = z.infer<typeof trailFilterSchema>;

export function readCursor(after: string) {
  const [at, unitId, seq] = cursorSchema.parse(after.split("_"));
  return { at, unitId, seq };
}

export const verifyTrailSchema = z.object({});
