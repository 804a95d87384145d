import { z } from "zod";
import { typedPasswordSchema } from "@/lib/identity/passwords/schema";

const next = z.string().max(2_000).catch("").default("");

export const signInSchema = z.object({
  username: z
    .string()
    .trim()
    .min(1, "Nhập tên đăng nhập.")
    .max(64, "Tên đăng nhập quá dài.")
    .transform((name) => name.normalize("NFC").toLowerCase()),
  password: typedPasswordSchema,
  next,
});

export const secondFactorSchema = z.object({
  code: z.string().trim().min(6, "Nhập mã 6 chữ số, hoặc một mã dự phòng.").max(64),
  next,
});
