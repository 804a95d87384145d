import { z } from "zod";
import { newPasswordSchema } from "@/lib/identity/passwords/schema";

export const acceptInvitationSchema = z
  .object({
    token: z.string().max(200),
    password: newPasswordSchema,
    again: z.string().max(1_000),
  })
  .refine(({ password, again }) => password.normalize("NFC") === again.normalize("NFC"), {
    path: ["again"],
    message: "Hai lần nhập mật khẩu không giống nhau.",
  });
export type AcceptInvitation = z.infer<typeof acceptInvitationSchema>;
