import { z } from "zod";

export const tickStepSchema = z.object({
  incidentId: z.uuid(),
  step: z.string().regex(/^[a-z]{2,20}$/),
});
export type TickStep = z.infer<typeof tickStepSchema>;
