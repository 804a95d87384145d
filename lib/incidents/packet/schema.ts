import { z } from "zod";
import { localTime } from "../schema";

/** The packet was given and signed for. */
export const recordReceiptSchema = z.object({
  incidentId: z.uuid(),
  requestId: z.uuid(),
  /** The pieces that were on the list when it was signed. */
  evidenceIds: z.array(z.uuid()).min(1, "Chưa có minh chứng nào để bàn giao.").max(500),
  receiver: z.string().trim().min(3, "Ghi họ tên, chức vụ, đơn vị người nhận.").max(200),
  receivedAt: localTime,
  note: z.string().trim().max(300, "Dài nhất 300 ký tự.").default(""),
});
export type RecordReceipt = z.infer<typeof recordReceiptSchema>;
