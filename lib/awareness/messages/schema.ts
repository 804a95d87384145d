import { z } from "zod";

const words = {
  title: z.string().trim().min(5, "Ghi tiêu đề.").max(120, "Tiêu đề dài nhất 120 ký tự."),
  topic: z.string().trim().min(3, "Ghi thủ đoạn.").max(200, "Dài nhất 200 ký tự."),
  summary: z.string().trim().min(10, "Ghi một câu tóm tắt.").max(300, "Dài nhất 300 ký tự."),
  body: z.string().trim().min(20, "Ghi nội dung.").max(2_000, "Nội dung dài nhất 2.000 ký tự."),
  advice: z.string().trim().min(10, "Ghi việc cần làm.").max(1_000, "Dài nhất 1.000 ký tự."),
};

export const createMessageSchema = z.object({ requestId: z.uuid(), ...words });
export type CreateMessage = z.infer<typeof createMessageSchema>;

const seen = { messageId: z.uuid(), version: z.coerce.number().int().min(1) };

export const saveMessageSchema = z.object({ ...seen, ...words });
export type SaveMessage = z.infer<typeof saveMessageSchema>;

export const retireMessageSchema = z.object(seen);
export type RetireMessage = z.infer<typeof retireMessageSchema>;

export const messageFilterSchema = z.object({
  q: z.string().trim().max(200).catch(""),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});
export type MessageFilter = z.infer<typeof messageFilterSchema>;

export const leafletSchema = z.object({ size: z.enum(["a4", "a5"]).catch("a5") });
