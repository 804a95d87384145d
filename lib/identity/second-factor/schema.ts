import { z } from "zod";
import { typedPasswordSchema } from "@/lib/identity/passwords/schema";

export const withPasswordSchema = z.object({ password: typedPasswordSchema });
export type WithPassword = z.infer<typeof withPasswordSchema>;

export const confirmCodeSchema = z.object({
  code: z
    .string()
    .transform((code) => code.replace(/\s/g, ""))
    .refine((code) => /^\d{6}$/.test(code), "Nhập mã gồm 6 chữ số."),
});
export type ConfirmCode = z.infer<typeof confirmCodeSchema>;
