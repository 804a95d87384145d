"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { formAction } from "@/lib/form-action";
import {
  createRecipientGroup,
  deleteRecipientGroup,
  updateRecipientGroup,
} from "@/lib/organization/groups/commands";
import {
  createRecipientGroupSchema,
  deleteRecipientGroupSchema,
  updateRecipientGroupSchema,
} from "@/lib/organization/groups/schema";

export const createGroupAction = formAction(createRecipientGroupSchema, async (actor, input) => {
  const { id } = await createRecipientGroup(actor, input);
  redirect(`/admin/groups/${id}`);
});

export const updateGroupAction = formAction(updateRecipientGroupSchema, async (actor, input) => {
  await updateRecipientGroup(actor, input);
  revalidatePath(`/admin/groups/${input.groupId}`);
  return "Đã lưu nhóm nhận.";
});

export const deleteGroupAction = formAction(deleteRecipientGroupSchema, async (actor, input) => {
  await deleteRecipientGroup(actor, input);
  redirect("/admin/groups");
});
