"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import {
  announceMessage,
  createMessage,
  retireMessage,
  saveMessage,
} from "@/lib/awareness/messages/commands";
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

export const announceMessageAction = formAction(retireMessageSchema, async (actor, input) => {
  const units = await announceMessage(actor, input);
  revalidatePath("/", "layout");
  return units > 0 ? `Đã báo tới ${units} đơn vị.` : "Các đơn vị đã được báo bản này.";
});

export const retireMessageAction = formAction(retireMessageSchema, async (actor, input) => {
  await retireMessage(actor, input);
  revalidatePath("/awareness", "layout");
  return "Đã đổi.";
});
