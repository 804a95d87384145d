import { z } from "zod";

export const recordLessonSchema = z.object({
  requestId: z.uuid(),
  campaignId: z.uuid(),
  text: z
    .string()
    .trim()
    .min(5, "Ghi ít nhất một câu.")
    .max(4_000, "Bài học dài nhất 4.000 ký tự."),
});
export type RecordLesson = z.infer<typeof recordLessonSchema>;

export const removeLessonSchema = z.object({ lessonId: z.uuid() });
export type RemoveLesson = z.infer<typeof removeLessonSchema>;
