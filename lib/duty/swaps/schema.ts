import { z } from "zod";

const empty = z.literal("").transform(() => null);

export const askSwapSchema = z.object({
  requestId: z.uuid(),
  shiftId: z.uuid(),
  toPersonId: z.uuid("Chọn người trực thay."),
  /** Theirs that is taken in exchange; none: they take the shift on. */
  otherShiftId: z.union([empty, z.uuid()]).nullish().default(null),
  reason: z.string().trim().min(3, "Ghi lý do xin đổi ca.").max(300, "Lý do dài nhất 300 ký tự."),
});
export type AskSwap = z.infer<typeof askSwapSchema>;

export const swapSchema = z.object({ swapId: z.uuid() });
export type SwapId = z.infer<typeof swapSchema>;

export const endSwapSchema = z.object({
  swapId: z.uuid(),
  reason: z.string().trim().max(300).default(""),
});
export type EndSwap = z.infer<typeof endSwapSchema>;
