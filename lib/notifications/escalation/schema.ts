import { z } from "zod";
import { noticeKinds } from "../labels";

export const escalationReceivers = [
  "addressee",
  "unit_duty",
  "unit_lead",
  "district_duty",
  "district_officer",
  "district_leader",
] as const;
export type EscalationReceiver = (typeof escalationReceivers)[number];

const isKind = (kind: string) => kind in noticeKinds && !kind.startsWith("escalation.");

const box = z
  .enum(["on"])
  .optional()
  .transform((value) => value === "on");

const ladderFields = {
  name: z.string().trim().min(2, "Ghi tên bậc thang.").max(100, "Tên dài nhất 100 ký tự."),
  description: z.string().trim().max(300, "Mô tả dài nhất 300 ký tự.").default(""),
  kinds: z
    .array(z.string().refine(isKind, "Loại thông báo không có."))
    .min(1, "Chọn ít nhất một loại thông báo."),
};

export const addEscalationLadderSchema = z.object(ladderFields);
export type AddEscalationLadder = z.infer<typeof addEscalationLadderSchema>;

export const updateEscalationLadderSchema = z.object({
  ...ladderFields,
  ladderId: z.uuid(),
  active: box,
  version: z.coerce.number().int(),
});
export type UpdateEscalationLadder = z.infer<typeof updateEscalationLadderSchema>;

const whole = (least: number, most: number, message: string) =>
  z.coerce.number(message).int(message).min(least, message).max(most, message);

const stepFields = {
  afterMinutes: whole(1, 1_440, "Ghi số phút từ 1 đến 1440."),
  tell: z.array(z.enum(escalationReceivers)).min(1, "Chọn ít nhất một nơi nhận."),
  repeatTimes: whole(0, 20, "Ghi số lần từ 0 đến 20."),
  repeatMinutes: whole(1, 720, "Ghi số phút từ 1 đến 720."),
};

export const addEscalationStepSchema = z.object({ ...stepFields, ladderId: z.uuid() });
export type AddEscalationStep = z.infer<typeof addEscalationStepSchema>;

export const updateEscalationStepSchema = z.object({
  ...stepFields,
  stepId: z.uuid(),
  active: box,
  version: z.coerce.number().int(),
});
export type UpdateEscalationStep = z.infer<typeof updateEscalationStepSchema>;
