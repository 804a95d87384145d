import { z } from "zod";
import { measures } from "@/lib/directives/schema";
import { daySchema, occasionKinds } from "../schema";

/** From which day of a campaign a deadline is counted. */
export const deadlineAnchors = ["starts", "ends", "occasion_starts", "occasion_ends"] as const;
export type DeadlineAnchor = (typeof deadlineAnchors)[number];

const none = z.literal("").transform(() => null);

const ruleFields = z.object({
  measure: z.union([z.enum(measures), none], "Chọn loại nhiệm vụ."),
  anchor: z.enum(deadlineAnchors, "Chọn mốc tính hạn."),
  occasionKind: z.union([z.enum(occasionKinds), none], "Chọn dịp."),
  days: z.coerce
    .number("Số ngày từ 0 đến 90.")
    .int("Số ngày từ 0 đến 90.")
    .min(0, "Số ngày từ 0 đến 90.")
    .max(90, "Số ngày từ 0 đến 90."),
  direction: z.enum(["before", "after"], "Chọn trước hay sau mốc."),
  time: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, "Nhập giờ."),
  source: z.string().trim().min(3, "Ghi căn cứ của quy tắc.").max(500, "Căn cứ quá dài."),
  note: z.string().trim().max(500, "Ghi chú dài nhất 500 ký tự."),
  validFrom: daySchema,
  validTo: z.union([daySchema, none]),
});

type Fields = z.infer<typeof ruleFields>;

const withOccasion = ({ anchor, occasionKind }: Fields) =>
  anchor.startsWith("occasion") === (occasionKind !== null);
const noOccasion = {
  error: "Chọn dịp khi hạn tính theo dịp; để trống khi tính theo cả đợt.",
  path: ["occasionKind"],
};
const valid = ({ validFrom, validTo }: Fields) => !validTo || validFrom < validTo;
const invalid = { error: "Ngày hết hiệu lực phải sau ngày bắt đầu.", path: ["validTo"] };

export const createDeadlineRuleSchema = ruleFields
  .refine(withOccasion, noOccasion)
  .refine(valid, invalid);
export type CreateDeadlineRule = z.infer<typeof createDeadlineRuleSchema>;

const seenVersion = { ruleId: z.uuid(), version: z.coerce.number().int().min(1) };

export const saveDeadlineRuleSchema = ruleFields
  .extend(seenVersion)
  .refine(withOccasion, noOccasion)
  .refine(valid, invalid);
export type SaveDeadlineRule = z.infer<typeof saveDeadlineRuleSchema>;

export const deleteDeadlineRuleSchema = z.object(seenVersion);
export type DeleteDeadlineRule = z.infer<typeof deleteDeadlineRuleSchema>;
