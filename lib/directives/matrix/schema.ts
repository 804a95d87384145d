import { z } from "zod";

/** Which units: all, or those who owe something. */
export const waitingFor = [
  "opening",
  "acknowledgement",
  "report",
  "overdue",
  "judgement",
  "return",
  "recall",
] as const;
export type WaitingFor = (typeof waitingFor)[number];

export const matrixFilterSchema = z.object({
  waiting: z.enum(waitingFor).optional().catch(undefined),
  kind: z.string().max(60).optional().catch(undefined),
  q: z.string().trim().max(100).catch(""),
  page: z.coerce.number().int().min(1).max(1_000).catch(1),
});
export type MatrixFilter = z.infer<typeof matrixFilterSchema>;
