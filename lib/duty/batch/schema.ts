import { z } from "zod";
import { handOverSchema } from "../handovers/schema";
import { writeLogSchema } from "../log/schema";
import { checkInSchema, deviceAtSchema } from "../shifts/schema";

export const batchItemSchema = z.discriminatedUnion("type", [
  z.object({ type: z.literal("check_in"), data: checkInSchema }),
  z.object({ type: z.literal("log"), data: writeLogSchema }),
  z.object({ type: z.literal("hand_over"), data: handOverSchema }),
]);
export type BatchItem = z.infer<typeof batchItemSchema>;

/**
 * What a phone kept while it had no network. `personId`: whose it says this is; `sentAt`: its own
 * clock at sending. Each item is read by itself, so that a spoilt one holds up no other.
 */
export const batchSchema = z.object({
  personId: z.uuid(),
  sentAt: deviceAtSchema,
  items: z.array(z.unknown()).max(500),
});
export type Batch = z.infer<typeof batchSchema>;

/** Under which name even an item that cannot be read is answered. */
export const namedItemSchema = z.object({ data: z.object({ requestId: z.string().max(100) }) });

/** `kept`: it is stored, now or before; `refused`: it never will be, for this reason; `later`: send it again. */
export type BatchAnswer = { id: string; outcome: "kept" | "refused" | "later"; message?: string };
