import { z } from "zod";
import { evidenceFiles } from "@/lib/directives/assignments/schema";
import { localTime } from "../schema";

export const requestActs = ["block_number", "block_domain", "block_ip", "block_page"] as const;
export type RequestAct = (typeof requestActs)[number];

export const requestResults = ["done", "partly", "not_possible"] as const;
export type RequestResult = (typeof requestResults)[number];

export const requestStates = ["on_time", "late", "missing", "waiting"] as const;
export type RequestState = (typeof requestStates)[number];

export const sendRequestSchema = z.object({
  requestId: z.uuid(),
  reference: z.string().trim().max(60, "Dài nhất 60 ký tự.").default(""),
  act: z.enum(requestActs, "Chọn việc yêu cầu."),
  target: z
    .string()
    .trim()
    .min(3, "Ghi số, tên miền, IP hoặc trang.")
    .max(300, "Dài nhất 300 ký tự."),
  reason: z.string().trim().min(3, "Ghi lý do.").max(2000, "Dài nhất 2000 ký tự."),
  dueAt: localTime,
  telcoIds: z.array(z.uuid()).min(1, "Chọn ít nhất một nhà mạng.").max(50),
});
export type SendRequest = z.infer<typeof sendRequestSchema>;

export const answerRequestSchema = z
  .object({
    requestId: z.uuid(),
    result: z.enum(requestResults, "Chọn kết quả."),
    note: z.string().trim().max(2000, "Dài nhất 2000 ký tự.").default(""),
    files: evidenceFiles,
  })
  .refine(({ result, note }) => result === "done" || note.length >= 3, {
    path: ["note"],
    message: "Ghi rõ phần chưa làm và vì sao.",
  });
export type AnswerRequest = z.infer<typeof answerRequestSchema>;

export const requestFilterSchema = z.object({
  show: z.enum(["open", "late", "all"]).catch("open"),
  page: z.coerce.number().int().min(1).max(1000).catch(1),
});
export type RequestFilter = z.infer<typeof requestFilterSchema>;
