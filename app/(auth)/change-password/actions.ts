"use server";

import { redirect } from "next/navigation";
import { stepFormAction } from "@/lib/auth/public-form-action";
import { changePassword } from "@/lib/identity/passwords/commands";
import { changePasswordSchema } from "@/lib/identity/passwords/schema";

export const changeTemporaryPasswordAction = stepFormAction(
  "change-password",
  changePasswordSchema,
  async (actor, input) => {
    await changePassword(actor, input);
    redirect("/");
  },
);
