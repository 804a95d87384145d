"use server";

import { redirect } from "next/navigation";
import { rememberDevice } from "@/lib/auth/known-device";
import { stepFormAction } from "@/lib/auth/public-form-action";
import { setSessionCookie } from "@/lib/auth/session-cookie";
import { completeSignIn } from "@/lib/identity/sign-in/commands";
import { safePath } from "@/lib/identity/sign-in/rules";
import { secondFactorSchema } from "@/lib/identity/sign-in/schema";

export const completeSignInAction = stepFormAction(
  "second-factor",
  secondFactorSchema,
  async (actor, { code, next }) => {
    const opened = await completeSignIn(actor, { code });
    await setSessionCookie(opened.sessionId);
    await rememberDevice(opened.userId);
    redirect(opened.step === "change-password" ? "/change-password" : safePath(next));
  },
);
