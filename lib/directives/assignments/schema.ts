import { z } from "zod";

export const acknowledgeSchema = z.object({
  directiveId: z.uuid(),
  contactName: z.string().trim().min(2, "Ghi họ tên cán bộ đầu mối.").max(100),
  contactPhone: z
    .string()
    .trim()
    .regex(/^[+\d][\d .-]{7,18}$/, "Số điện thoại gồm 9 đến 15 chữ số."),
});
export type Acknowledge = z.infer<typeof acknowledgeSchema>;

export const reportKinds = ["progress", "result", "nil"] as const;

/** At most this many files with one report. */
export const EVIDENCE_LIMIT = 10;

/** A browser sends an empty file for a field left alone; the server names the nameless "undefined". */
export const isLeftAlone = ({ size, name }: File) =>
  size === 0 && (name === "" || name === "undefined");

export const evidenceFiles = z
  .array(z.instanceof(File))
  .default([])
  .transform((files) => files.filter((file) => !isLeftAlone(file)))
  .refine((files) => files.length <= EVIDENCE_LIMIT, `Mỗi lần gửi tối đa ${EVIDENCE_LIMIT} tệp.`);

export const reportProgressSchema = z
  .object({
    assignmentId: z.uuid(),
    requestId: z.uuid(),
    kind: z.enum(reportKinds),
    text: z.string().trim().max(10_000).default(""),
    files: evidenceFiles,
  })
  .refine((input) => input.kind === "nil" || input.text.length >= 3, {
    path: ["text"],
    message: "Ghi ngắn gọn đã làm gì.",
  });
export type ReportProgress = z.infer<typeof reportProgressSchema>;

export const assignPersonSchema = z.object({
  assignmentId: z.uuid(),
  assigneeId: z.union([z.uuid(), z.literal("").transform(() => null)]),
});
export type AssignPerson = z.infer<typeof assignPersonSchema>;

export const acceptResultSchema = z.object({
  assignmentId: z.uuid(),
  reportedAt: z.iso.datetime(),
});
export type AcceptResult = z.infer<typeof acceptResultSchema>;

export const sendBackResultSchema = z.object({
  assignmentId: z.uuid(),
  reportedAt: z.iso.datetime(),
  reason: z.string().trim().min(3, "Ghi rõ cần bổ sung gì.").max(2_000),
  /** A later deadline for the second try; empty keeps the old one. */
  dueAt: z
    .string()
    .regex(/^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2})?$/, "Thời hạn chưa đúng.")
    .default(""),
});
export type SendBackResult = z.infer<typeof sendBackResultSchema>;
