import { z } from "zod";

const kindFields = {
  label: z.string().trim().min(2, "Nhập tên loại đơn vị.").max(100, "Tên loại dài nhất 100 ký tự."),
  home: z
    .enum(["command", "coordination", "locality", "telecom", ""], "Chọn trang chủ.")
    .transform((home) => home || null),
  rank: z.coerce
    .number("Thứ tự là một số.")
    .int("Thứ tự là một số nguyên.")
    .min(0, "Thứ tự bắt đầu từ 0.")
    .max(9_999, "Thứ tự lớn nhất là 9999."),
};

export const createUnitKindSchema = z.object({
  ...kindFields,
  code: z
    .string()
    .trim()
    .regex(/^[a-z][a-z0-9_-]{0,59}$/, "Mã loại gồm chữ thường không dấu, số, gạch dưới."),
});
export type CreateUnitKind = z.infer<typeof createUnitKindSchema>;

export const updateUnitKindSchema = z.object({ ...kindFields, code: z.string().max(60) });
export type UpdateUnitKind = z.infer<typeof updateUnitKindSchema>;
