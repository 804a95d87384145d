import { z } from "zod";
import { daySchema } from "@/lib/campaigns/schema";
import { incidentKinds, seenCase, statutoryClasses } from "../schema";

/** What is owed by some time. */
export const deadlineDuties = ["acknowledgement", "notice", "initial", "cause", "closing"] as const;
export type DeadlineDuty = (typeof deadlineDuties)[number];

/** From when on it is counted: the detection, "vượt khả năng", the end of the response. */
export const deadlineTriggers = ["detected", "escalated", "ended"] as const;
export type DeadlineTrigger = (typeof deadlineTriggers)[number];

/** How sure the source is: the text itself, a summary of it, or the district's own rule. */
export const confidences = ["official", "secondary", "district"] as const;

export const deadlineStates = [
  "on_time",
  "late",
  "waiting",
  "due_soon",
  "overdue",
  "dropped",
] as const;
export type DeadlineState = (typeof deadlineStates)[number];

const none = z.literal("").transform(() => null);

const ruleFields = z.object({
  duty: z.enum(deadlineDuties, "Chọn việc phải làm."),
  trigger: z.enum(deadlineTriggers, "Chọn mốc tính hạn."),
  statutoryClass: z.union([z.enum(statutoryClasses), none], "Chọn phân loại."),
  kind: z.union([z.enum(incidentKinds), none], "Chọn loại sự cố."),
  amount: z.coerce
    .number("Nhập số.")
    .int("Nhập số nguyên.")
    .min(1, "Ít nhất 1.")
    .max(366, "Nhiều nhất 366."),
  unit: z.enum(["minutes", "hours", "days"], "Chọn phút, giờ hay ngày."),
  recipients: z
    .string()
    .transform((text) =>
      text
        .split(/[\n;]/)
        .map((line) => line.trim())
        .filter(Boolean),
    )
    .pipe(z.array(z.string().max(200)).min(1, "Ghi nơi nhận.").max(12, "Nhiều nhất 12 nơi nhận.")),
  source: z.string().trim().min(3, "Ghi căn cứ của quy tắc.").max(500, "Căn cứ quá dài."),
  confidence: z.enum(confidences, "Chọn độ tin cậy của căn cứ."),
  note: z.string().trim().max(500, "Ghi chú dài nhất 500 ký tự.").default(""),
  validFrom: daySchema,
  validTo: z.union([daySchema, none]),
});

type Fields = z.infer<typeof ruleFields>;
const valid = ({ validFrom, validTo }: Fields) => !validTo || validFrom < validTo;
const invalid = { error: "Ngày hết hiệu lực phải sau ngày bắt đầu.", path: ["validTo"] };

export const createIncidentRuleSchema = ruleFields.refine(valid, invalid);
export type CreateIncidentRule = z.infer<typeof createIncidentRuleSchema>;

const seenVersion = { ruleId: z.uuid(), version: z.coerce.number().int().min(1) };

export const saveIncidentRuleSchema = ruleFields.extend(seenVersion).refine(valid, invalid);
export type SaveIncidentRule = z.infer<typeof saveIncidentRuleSchema>;

export const deleteIncidentRuleSchema = z.object(seenVersion);
export type DeleteIncidentRule = z.infer<typeof deleteIncidentRuleSchema>;

export const meetDeadlineSchema = z.object({
  ...seenCase,
  deadlineId: z.uuid(),
  note: z.string().trim().min(3, "Ghi gửi bằng cách nào, số văn bản nếu có.").max(500),
});
export type MeetDeadline = z.infer<typeof meetDeadlineSchema>;
