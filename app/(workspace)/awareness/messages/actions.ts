"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { createMessage, retireMessage, saveMessage } from "@/lib/awareness/messages/commands";
import {
  createMessageSchema,
  retireMessageSchema,
  saveMessageSchema,
} from "@/lib/awareness/messages/schema";
import { formAction } from "@/lib/form-action";

export const createMessageAction = formAction(createMessageSchema, async (actor, input) => {
  const { id } = await createMessage(actor, input);
  revalidatePath("/awareness", "layout");
  redirect(`/awareness/messages/${id}`);
});

export const saveMessageAction = formAction(saveMessageSchema, async (actor, input) => {
  await saveMessage(actor, input);
  revalidatePath("/awareness", "layout");
  redirect(`/awareness/messages/${input.messageId}`);
});

export const retireMessageAction = formAction(retireMessageSchema, async (actor, input) => {
  await retireMessage(actor, input);
  revalidatePath("/awareness", "layout");
  return "Đã đổi.";
});
