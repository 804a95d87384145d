import { z } from "zod";
import { deviceAtSchema } from "../shifts/schema";

export const handOverSchema = z.object({
  requestId: z.uuid(),
  shiftId: z.uuid(),
  /** Empty: nothing stays open. */
  points: z.string().trim().max(4000, "Nội dung dài nhất 4000 ký tự.").default(""),
  deviceAt: deviceAtSchema,
});
export type HandOver = z.infer<typeof handOverSchema>;

export const signHandoverSchema = z.object({
  handoverId: z.uuid(),
  note: z.string().trim().max(500, "Ghi chú dài nhất 500 ký tự.").default(""),
});
export type SignHandover = z.infer<typeof signHandoverSchema>;
