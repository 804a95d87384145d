import { z } from "zod";

export const PASSWORD_LENGTH = { min: 12, max: 128 } as const;

const lengthOf = (text: string) => [...text.normalize("NFC")].length;

/** Long is what counts; no rule asks for signs, capitals or a change every ninety days. */
export const newPasswordSchema = z
  .string()
  .max(1_000, "Mật khẩu quá dài.")
  .refine((text) => lengthOf(text) >= PASSWORD_LENGTH.min, "Mật khẩu mới cần ít nhất 12 ký tự.")
  .refine((text) => lengthOf(text) <= PASSWORD_LENGTH.max, "Mật khẩu mới dài nhất 128 ký tự.");

/** What was typed as a password that exists: any length that is worth hashing. */
export const typedPasswordSchema = z.string().min(1, "Nhập mật khẩu.").max(1_000);

export const changePasswordSchema = z
  .object({
    current: typedPasswordSchema,
    password: newPasswordSchema,
    again: z.string().max(1_000),
  })
  .refine(({ password, again }) => password.normalize("NFC") === again.normalize("NFC"), {
    path: ["again"],
    message: "Hai lần nhập mật khẩu mới không giống nhau.",
  });
export type ChangePassword = z.infer<typeof changePasswordSchema>;
