"use server";

import { revalidatePath } from "next/cache";
import { formAction } from "@/lib/form-action";
import { changePassword } from "@/lib/identity/passwords/commands";
import { changePasswordSchema } from "@/lib/identity/passwords/schema";
import {
  beginEnrolment,
  confirmEnrolment,
  disableSecondFactor,
  renewRecoveryCodes,
} from "@/lib/identity/second-factor/commands";
import { confirmCodeSchema, withPasswordSchema } from "@/lib/identity/second-factor/schema";
import { revokeOtherSessions, revokeSession } from "@/lib/identity/sessions/commands";
import { nothingSchema, revokeSessionSchema } from "@/lib/identity/sessions/schema";

export const changePasswordAction = formAction(changePasswordSchema, async (actor, input) => {
  await changePassword(actor, input);
  revalidatePath("/profile");
  return "Đã đổi mật khẩu. Các thiết bị khác đã bị đăng xuất.";
});

export const revokeSessionAction = formAction(revokeSessionSchema, async (actor, input) => {
  await revokeSession(actor, input);
  revalidatePath("/profile");
});

export const revokeOtherSessionsAction = formAction(nothingSchema, async (actor) => {
  await revokeOtherSessions(actor);
  revalidatePath("/profile");
});

export const beginEnrolmentAction = formAction(withPasswordSchema, async (actor, input) => {
  await beginEnrolment(actor, input);
  revalidatePath("/profile");
});

/** Nothing is refreshed: the page would take the codes away before they are copied. */
export const confirmEnrolmentAction = formAction(confirmCodeSchema, async (actor, input) =>
  (await confirmEnrolment(actor, input)).join("\n"),
);

export const renewRecoveryCodesAction = formAction(withPasswordSchema, async (actor, input) =>
  (await renewRecoveryCodes(actor, input)).join("\n"),
);

export const disableSecondFactorAction = formAction(withPasswordSchema, async (actor, input) => {
  await disableSecondFactor(actor, input);
  revalidatePath("/profile");
});
