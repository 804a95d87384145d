import { z } from "zod";

const text = z.string().trim().min(3, "Ghi nội dung.").max(4_000);

export const askQuestionSchema = z.object({ directiveId: z.uuid(), requestId: z.uuid(), text });
export type AskQuestion = z.infer<typeof askQuestionSchema>;

export const replySchema = z.object({
  questionId: z.uuid(),
  requestId: z.uuid(),
  text,
  /** The district lets every addressee read the thread. */
  share: z.literal("on").optional().catch(undefined),
});
export type Reply = z.infer<typeof replySchema>;

export const shareQuestionSchema = z.object({
  questionId: z.uuid(),
  shared: z.enum(["yes", "no"]),
});
export type ShareQuestion = z.infer<typeof shareQuestionSchema>;
