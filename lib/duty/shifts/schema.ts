import { z } from "zod";

/** What the sender's clock said; kept, never counted. A nonsense one is as good as none. */
export const deviceAtSchema = z.iso
  .datetime({ offset: true })
  .transform((text) => new Date(text))
  .nullish()
  .catch(null)
  .transform((at) => at ?? null);

export const checkInKinds = ["start", "mid"] as const;

export const checkInSchema = z.object({
  /** Made by whoever sends it: sent twice it is one. */
  requestId: z.uuid(),
  shiftId: z.uuid(),
  kind: z.enum(checkInKinds).default("start"),
  deviceAt: deviceAtSchema,
});
export type CheckInShift = z.infer<typeof checkInSchema>;
