import { z } from "zod";
import { dutyPosts } from "../schema";

const minutes = (least: number, most: number) =>
  z.coerce
    .number("Nhập số phút.")
    .int("Nhập số phút.")
    .min(least, `Từ ${least} đến ${most} phút.`)
    .max(most, `Từ ${least} đến ${most} phút.`);

const factor = z.coerce
  .number("Nhập hệ số.")
  .min(1, "Hệ số từ 1 đến 10.")
  .max(10, "Hệ số từ 1 đến 10.");

export const weightsSchema = z.object({
  night: factor,
  weekend: factor,
  holiday: factor,
  eve: factor,
  newYear: factor,
});

export const saveDutyPolicySchema = z.object({
  campaignId: z.uuid(),
  requiredPosts: z.array(z.enum(dutyPosts)).min(1, "Chọn ít nhất một loại trực."),
  missedCheckInMinutes: minutes(1, 240),
  unsignedHandoverMinutes: minutes(1, 480),
  escalationStepMinutes: minutes(1, 240),
  minimumRestMinutes: minutes(0, 2880),
  midShiftCheck: z.stringbool().catch(false),
  holidays: z
    .string()
    .default("")
    .transform((text) => text.split(/[\s,;]+/).filter(Boolean))
    .pipe(z.array(z.iso.date("Mỗi ngày nghỉ viết dạng 2027-02-05.")).max(40)),
  ...weightsSchema.shape,
});
export type SaveDutyPolicy = z.infer<typeof saveDutyPolicySchema>;

export const saveUnitRuleSchema = z.object({ swapNeedsApproval: z.stringbool().catch(false) });
export type SaveUnitRule = z.infer<typeof saveUnitRuleSchema>;
