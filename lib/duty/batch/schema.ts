import { z } from "zod";
import { handOverSchema } from "../handovers/schema";
import { writeLogSchema } from "../log/schema";
import { checkInSchema, deviceAtSchema } from "../shifts/schema";

const item = z.discriminatedUnion("type", [
  z.object({ type: z.literal("check_in"), data: checkInSchema }),
  z.object({ type: z.literal("log"), data: writeLogSchema }),
  z.object({ type: z.literal("hand_over"), data: handOverSchema }),
]);
export type BatchItem = z.infer<typeof item>;

/** What a phone kept while it had no network. `sentAt` is its own clock at sending. */
export const batchSchema = z.object({
  sentAt: deviceAtSchema,
  items: z.array(item).max(500),
});
export type Batch = z.infer<typeof batchSchema>;

/** `kept`: it is stored, now or before; `refused`: it never will be, for this reason; `later`: send it again. */
export type BatchAnswer = { id: string; outcome: "kept" | "refused" | "later"; message?: string };
