"use server";

import { redirect } from "next/navigation";
import { readKnownDevice, rememberDevice } from "@/lib/auth/known-device";
import { publicFormAction } from "@/lib/auth/public-form-action";
import { currentSession } from "@/lib/auth/session";
import { clearSessionCookie, setSessionCookie } from "@/lib/auth/session-cookie";
import { closeSession } from "@/lib/identity/sessions/commands";
import { signIn } from "@/lib/identity/sign-in/commands";
import { safePath } from "@/lib/identity/sign-in/rules";
import { signInSchema } from "@/lib/identity/sign-in/schema";

export const signInAction = publicFormAction(signInSchema, async (caller, { next, ...typed }) => {
  const opened = await signIn(caller, { ...typed, device: await readKnownDevice() });
  await setSessionCookie(opened.sessionId);
  const path = safePath(next);
  if (opened.step === "second-factor") {
    redirect(path === "/" ? "/second-factor" : `/second-factor?next=${encodeURIComponent(path)}`);
  }
  await rememberDevice(opened.userId);
  redirect(opened.step === "change-password" ? "/change-password" : path);
});

/** Works at every step of signing in: whoever is half-way may leave too. */
export async function signOutAction() {
  const session = await currentSession();
  if (session) await closeSession(session.actor);
  await clearSessionCookie();
  redirect("/sign-in");
}
