import { z } from "zod";

const day = (message: string) => z.iso.date(message);
const empty = z.literal("").transform(() => null);
const optionalId = z.union([empty, z.uuid()]).nullish().default(null);

export const UNIT_LIMITS = { code: 40, name: 200, shortName: 80, alias: 120, aliases: 20 } as const;

/** A phone number as people write it: digits, with spaces, dots, dashes, brackets, a leading plus. */
export const PHONE = /^\+?[\d\s().-]{6,24}$/;
export const isPhone = (text: string) => {
  const digits = text.replace(/\D/g, "").length;
  return PHONE.test(text) && digits >= 6 && digits <= 15;
};

export const phoneSchema = z
  .string()
  .trim()
  .refine((text) => text === "" || isPhone(text), "Số điện thoại gồm 6 đến 15 chữ số.")
  .transform((text) => text || null);

/** One name a line, in a text area. */
export const aliasesSchema = z
  .string()
  .default("")
  .transform((text) => [...new Set(text.split("\n").map((line) => line.trim()))].filter(Boolean))
  .pipe(
    z
      .array(z.string().max(UNIT_LIMITS.alias, `Mỗi tên gọi dài nhất ${UNIT_LIMITS.alias} ký tự.`))
      .max(UNIT_LIMITS.aliases, `Nhiều nhất ${UNIT_LIMITS.aliases} tên gọi khác.`),
  );

const unitFields = {
  name: z
    .string()
    .trim()
    .min(2, "Nhập tên đơn vị.")
    .max(UNIT_LIMITS.name, `Tên đơn vị dài nhất ${UNIT_LIMITS.name} ký tự.`),
  shortName: z
    .string()
    .trim()
    .max(UNIT_LIMITS.shortName, `Tên gọn dài nhất ${UNIT_LIMITS.shortName} ký tự.`),
  aliases: aliasesSchema,
  kindCode: z.string().trim().min(1, "Chọn loại đơn vị.").max(60),
  parentId: optionalId,
  phone: phoneSchema,
};

export const createUnitSchema = z.object({
  ...unitFields,
  code: z
    .string()
    .trim()
    .regex(/^[\p{L}\p{N}._-]+$/u, "Mã gồm chữ, số, dấu chấm, gạch ngang, gạch dưới.")
    .max(UNIT_LIMITS.code, `Mã dài nhất ${UNIT_LIMITS.code} ký tự.`),
  validFrom: day("Chọn ngày bắt đầu hoạt động."),
});
export type CreateUnit = z.infer<typeof createUnitSchema>;

const seenVersion = { unitId: z.uuid(), version: z.coerce.number().int().min(1) };

export const updateUnitSchema = z.object({ ...seenVersion, ...unitFields });
export type UpdateUnit = z.infer<typeof updateUnitSchema>;

/** `validTo` is the first day on which the unit no longer exists. */
export const closeUnitSchema = z.object({
  ...seenVersion,
  validTo: day("Chọn ngày thôi hoạt động."),
  successorId: optionalId,
});
export type CloseUnit = z.infer<typeof closeUnitSchema>;

export const reopenUnitSchema = z.object(seenVersion);
export type ReopenUnit = z.infer<typeof reopenUnitSchema>;

export const unitStates = ["open", "closed", "all"] as const;
export const unitSorts = ["kind", "name", "code"] as const;

export const unitFilterSchema = z.object({
  q: z.string().trim().max(200).catch(""),
  kind: z.string().trim().max(60).catch(""),
  state: z.enum(unitStates).catch("open"),
  sort: z.enum(unitSorts).catch("kind"),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});
export type UnitFilter = z.infer<typeof unitFilterSchema>;
