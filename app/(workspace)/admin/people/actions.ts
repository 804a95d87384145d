"use server";

import { revalidatePath } from "next/cache";
import { currentOrigin } from "@/lib/auth/caller";
import { formAction } from "@/lib/form-action";
import {
  invitePerson,
  renewInvitation,
  revokeInvitation,
} from "@/lib/identity/invitations/commands";
import { invitationLink } from "@/lib/identity/invitations/rules";
import {
  createPerson,
  disablePerson,
  enablePerson,
  resetPassword,
  updatePerson,
} from "@/lib/identity/people/commands";
import {
  createPersonSchema,
  personSchema,
  resetPasswordSchema,
  updatePersonSchema,
} from "@/lib/identity/people/schema";

/** Nothing is refreshed: the page would take the secret away before it is read. */
export const invitePersonAction = formAction(createPersonSchema, async (actor, input) => {
  const { token } = await invitePerson(actor, input);
  const link = invitationLink(await currentOrigin(), token);
  return `Tên đăng nhập: ${input.username}\n${link}`;
});

export const renewInvitationAction = formAction(personSchema, async (actor, input) => {
  const { token } = await renewInvitation(actor, input);
  return invitationLink(await currentOrigin(), token);
});

export const revokeInvitationAction = formAction(personSchema, async (actor, input) => {
  await revokeInvitation(actor, input);
  revalidatePath("/admin/people", "layout");
  return "Đã thu hồi liên kết.";
});

export const createPersonAction = formAction(createPersonSchema, async (actor, input) => {
  const { password } = await createPerson(actor, input);
  return `Tên đăng nhập: ${input.username}\nMật khẩu tạm: ${password}`;
});

export const resetPasswordAction = formAction(resetPasswordSchema, async (actor, input) => {
  const { password } = await resetPassword(actor, input);
  return password;
});

export const updatePersonAction = formAction(updatePersonSchema, async (actor, input) => {
  await updatePerson(actor, input);
  revalidatePath("/admin/people", "layout");
  return "Đã lưu.";
});

export const disablePersonAction = formAction(personSchema, async (actor, input) => {
  await disablePerson(actor, input);
  revalidatePath("/admin/people", "layout");
  return "Đã khóa tài khoản.";
});

export const enablePersonAction = formAction(personSchema, async (actor, input) => {
  await enablePerson(actor, input);
  revalidatePath("/admin/people", "layout");
  return "Đã mở khóa tài khoản.";
});
