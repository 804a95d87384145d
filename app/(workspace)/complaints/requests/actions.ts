"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { answerRequest, sendRequest } from "@/lib/complaints/requests/commands";
import { answerRequestSchema, sendRequestSchema } from "@/lib/complaints/requests/schema";
import { formAction } from "@/lib/form-action";

export const sendRequestAction = formAction(sendRequestSchema, async (actor, input) => {
  const { id } = await sendRequest(actor, input);
  revalidatePath("/", "layout");
  redirect(`/complaints/requests/${id}`);
});

export const answerRequestAction = formAction(answerRequestSchema, async (actor, input) => {
  await answerRequest(actor, input);
  revalidatePath("/", "layout");
  return "Đã gửi kết quả.";
});
