import { z } from "zod";

export const returnReceiptSchema = z.object({
  directiveId: z.uuid(),
  requestId: z.uuid(),
  reason: z.string().trim().min(3, "Ghi rõ vì sao văn bản không thuộc đơn vị.").max(2_000),
});
export type ReturnReceipt = z.infer<typeof returnReceiptSchema>;

export const decideReturnSchema = z
  .object({
    returnId: z.uuid(),
    decision: z.enum(["release", "resend"]),
    answer: z.string().trim().max(2_000).default(""),
  })
  .refine(({ decision, answer }) => decision === "release" || answer.length >= 3, {
    path: ["answer"],
    message: "Ghi lý do giao lại để đơn vị biết.",
  });
export type DecideReturn = z.infer<typeof decideReturnSchema>;
