import { z } from "zod";

export const reminderSubjects = ["report", "acknowledgement"] as const;
export type ReminderSubject = (typeof reminderSubjects)[number];

export const reminderReceivers = ["unit", "assignee", "lead", "district"] as const;
export type ReminderReceiver = (typeof reminderReceivers)[number];

/** How a person says when: before, on or after the day, or so long without acknowledgement. */
export const ruleMoments = ["before", "on", "after", "unacknowledged"] as const;
export type RuleMoment = (typeof ruleMoments)[number];

const ladderFields = {
  name: z.string().trim().min(2, "Ghi tên bộ nhắc.").max(100, "Tên dài nhất 100 ký tự."),
  description: z.string().trim().max(300, "Mô tả dài nhất 300 ký tự.").default(""),
};

export const createLadderSchema = z.object(ladderFields);
export type CreateLadder = z.infer<typeof createLadderSchema>;

export const updateLadderSchema = z.object({
  ...ladderFields,
  ladderId: z.uuid(),
  version: z.coerce.number().int(),
});
export type UpdateLadder = z.infer<typeof updateLadderSchema>;

export const useLadderByDefaultSchema = z.object({ ladderId: z.uuid() });
export type UseLadderByDefault = z.infer<typeof useLadderByDefaultSchema>;

const ruleFields = {
  moment: z.enum(ruleMoments, "Chọn thời điểm nhắc."),
  /** Days before or after; hours without acknowledgement. */
  length: z.coerce
    .number("Ghi một số.")
    .int("Ghi số nguyên.")
    .min(0, "Số không âm.")
    .max(720, "Lớn nhất 720 giờ.")
    .default(0),
  time: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/, "Giờ nhắc có dạng 08:00.")
    .default("08:00"),
  tell: z.array(z.enum(reminderReceivers)).min(1, "Chọn ít nhất một nơi nhận."),
  text: z.string().trim().min(3, "Ghi câu nhắc.").max(300, "Câu nhắc dài nhất 300 ký tự."),
  active: z
    .enum(["on"])
    .optional()
    .transform((box) => box === "on"),
};

type Timed = { moment: RuleMoment; length: number };

const lengthFits = ({ moment, length }: Timed) => {
  if (moment === "on") return true;
  return length >= 1 && (moment === "unacknowledged" || length <= 60);
};
const lengthMessage = {
  path: ["length"],
  message: "Ghi số ngày từ 1 đến 60, hoặc số giờ từ 1 đến 720 với văn bản chưa tiếp nhận.",
};

/** As the rule is kept: a signed offset and the minute of the day. */
const kept = <Input extends Timed & { time: string }>(input: Input) => {
  const { moment, length, time, ...rest } = input;
  const [hour = 0, minute = 0] = time.split(":").map(Number);
  const signs = { before: -1, on: 0, after: 1, unacknowledged: 1 };
  const subject: ReminderSubject = moment === "unacknowledged" ? "acknowledgement" : "report";
  return { ...rest, subject, offset: signs[moment] * length || 0, minuteOfDay: hour * 60 + minute };
};

export const addRuleSchema = z
  .object({ ...ruleFields, ladderId: z.uuid() })
  .refine(lengthFits, lengthMessage)
  .transform(kept);
export type AddRule = z.infer<typeof addRuleSchema>;

export const updateRuleSchema = z
  .object({ ...ruleFields, ruleId: z.uuid(), version: z.coerce.number().int() })
  .refine(lengthFits, lengthMessage)
  .transform(kept);
export type UpdateRule = z.infer<typeof updateRuleSchema>;

/** `default`: whichever is the default one; `off`: no reminders by rule. */
export const chooseLadderSchema = z.object({
  directiveId: z.uuid(),
  ladder: z.union([z.enum(["default", "off"]), z.uuid()], "Chọn bộ nhắc."),
});
export type ChooseLadder = z.infer<typeof chooseLadderSchema>;
