import { z } from "zod";
import { roles } from "@/lib/auth/actor";
import { phoneSchema } from "@/lib/organization/schema";

const personFields = {
  fullName: z.string().trim().min(2, "Nhập họ và tên.").max(120, "Họ tên dài nhất 120 ký tự."),
  title: z.string().trim().max(120, "Chức vụ dài nhất 120 ký tự.").default(""),
  phone: phoneSchema.default(null),
  role: z.enum(roles, "Chọn vai trò."),
  unitId: z.uuid("Chọn đơn vị."),
};

export const usernameSchema = z
  .string()
  .trim()
  .toLowerCase()
  .regex(
    /^[a-z0-9](?:[a-z0-9._-]{1,38})[a-z0-9]$/,
    "Tên đăng nhập gồm 3 đến 40 chữ không dấu, số, dấu chấm, gạch ngang.",
  );

export const createPersonSchema = z.object({ ...personFields, username: usernameSchema });
export type CreatePerson = z.infer<typeof createPersonSchema>;

export const updatePersonSchema = z.object({
  ...personFields,
  personId: z.uuid(),
  /** Who this is at the province's sign-in service; sent only where one is configured. */
  provinceSubject: z
    .string()
    .trim()
    .max(255)
    .transform((subject) => subject || null)
    .optional(),
});
export type UpdatePerson = z.infer<typeof updatePersonSchema>;

export const personSchema = z.object({ personId: z.uuid() });
export type PersonOnly = z.infer<typeof personSchema>;

export const resetPasswordSchema = z.object({
  personId: z.uuid(),
  secondFactor: z.literal("on").optional(),
});
export type ResetPassword = z.infer<typeof resetPasswordSchema>;

export const personStates = ["active", "disabled", "all"] as const;

export const personSorts = ["unit", "name", "recent"] as const;

export const peopleFilterSchema = z.object({
  q: z.string().trim().max(200).catch(""),
  role: z.enum(roles).optional().catch(undefined),
  state: z.enum(personStates).catch("active"),
  sort: z.enum(personSorts).catch("unit"),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});
export type PeopleFilter = z.infer<typeof peopleFilterSchema>;
