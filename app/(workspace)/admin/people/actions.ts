"use server";

import { revalidatePath } from "next/cache";
import { formAction } from "@/lib/form-action";
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

/** Nothing is refreshed: the page would take the temporary password away before it is read. */
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
