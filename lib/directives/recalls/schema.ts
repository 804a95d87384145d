import { z } from "zod";

export const recallDirectiveSchema = z.object({
  directiveId: z.uuid(),
  reason: z.string().trim().min(3, "Ghi lý do thu hồi để các đơn vị biết.").max(2_000),
});
export type RecallDirective = z.infer<typeof recallDirectiveSchema>;

export const answerRecallSchema = z
  .object({
    directiveId: z.uuid(),
    answer: z.enum(["agree", "refuse"]),
    note: z.string().trim().max(2_000).default(""),
  })
  .refine(({ answer, note }) => answer === "agree" || note.length >= 3, {
    path: ["note"],
    message: "Ghi lý do chưa thu hồi được, ví dụ việc đã làm xong.",
  });
export type AnswerRecall = z.infer<typeof answerRecallSchema>;
