import { z } from "zod";
import { phoneSchema } from "@/lib/organization/schema";
import { parseLocal } from "@/lib/time";
import { dutyPosts } from "../schema";

const empty = z.literal("").transform(() => null);

const particulars = {
  name: z.string().trim().min(2, "Ghi họ tên người trực.").max(100, "Họ tên dài nhất 100 ký tự."),
  title: z.string().trim().max(100, "Chức vụ dài nhất 100 ký tự."),
  phone: phoneSchema.transform((phone) => phone ?? ""),
  posts: z.array(z.enum(dutyPosts)).min(1, "Chọn ít nhất một loại trực."),
  userId: z.union([empty, z.uuid()]).nullish().default(null),
};

export const addDutyPersonSchema = z.object({ requestId: z.uuid(), ...particulars });
export type AddDutyPerson = z.infer<typeof addDutyPersonSchema>;

export const updateDutyPersonSchema = z.object({ personId: z.uuid(), ...particulars });
export type UpdateDutyPerson = z.infer<typeof updateDutyPersonSchema>;

export const removeDutyPersonSchema = z.object({ personId: z.uuid() });
export type RemoveDutyPerson = z.infer<typeof removeDutyPersonSchema>;

export const absenceKinds = ["leave", "wish"] as const;

/** A moment as a form sends it, in district time. */
export const momentSchema = z
  .string()
  .transform((text) => parseLocal(text))
  .pipe(z.date("Chọn ngày và giờ."));

export const addAbsenceSchema = z
  .object({
    requestId: z.uuid(),
    personId: z.uuid(),
    kind: z.enum(absenceKinds),
    startsAt: momentSchema,
    endsAt: momentSchema,
    note: z.string().trim().max(300).default(""),
  })
  .refine(({ startsAt, endsAt }) => startsAt < endsAt, {
    path: ["endsAt"],
    message: "Lúc kết thúc phải sau lúc bắt đầu.",
  });
export type AddAbsence = z.infer<typeof addAbsenceSchema>;

export const removeAbsenceSchema = z.object({ personId: z.uuid(), absenceId: z.uuid() });
export type RemoveAbsence = z.infer<typeof removeAbsenceSchema>;
