"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { acknowledgeDirective } from "@/lib/directives/assignments/commands";
import { acknowledgeSchema } from "@/lib/directives/assignments/schema";
import {
  closeDirective,
  issueDirective,
  returnDirective,
  withdrawDirective,
} from "@/lib/directives/commands";
import { deleteDraft, saveDraft } from "@/lib/directives/drafts/commands";
import { deleteDraftSchema, saveDraftSchema } from "@/lib/directives/drafts/schema";
import { placeDirective } from "@/lib/directives/placement/commands";
import { placeDirectiveSchema } from "@/lib/directives/placement/schema";
import { remindUnits } from "@/lib/directives/reminders/commands";
import { remindUnitsSchema } from "@/lib/directives/reminders/schema";
import {
  attachSignedFileSchema,
  closeDirectiveSchema,
  issueDirectiveSchema,
  returnDirectiveSchema,
  withdrawDirectiveSchema,
} from "@/lib/directives/schema";
import { attachSignedFile } from "@/lib/directives/signed-copies/commands";
import { formAction } from "@/lib/form-action";

export const saveDraftAction = formAction(saveDraftSchema, async (actor, input) => {
  const { id } = await saveDraft(actor, input);
  revalidatePath(`/directives/${id}`);
  return "Đã lưu dự thảo.";
});

export const deleteDraftAction = formAction(deleteDraftSchema, async (actor, input) => {
  await deleteDraft(actor, input);
  redirect("/directives");
});

export const issueDirectiveAction = formAction(issueDirectiveSchema, async (actor, input) => {
  const { units, assignments } = await issueDirective(actor, input);
  revalidatePath(`/directives/${input.directiveId}`);
  return `Đã ban hành tới ${units} đơn vị, ${assignments} nhiệm vụ.`;
});

export const returnDirectiveAction = formAction(returnDirectiveSchema, async (actor, input) => {
  await returnDirective(actor, input);
  revalidatePath(`/directives/${input.directiveId}`);
});

export const withdrawDirectiveAction = formAction(withdrawDirectiveSchema, async (actor, input) => {
  await withdrawDirective(actor, input);
  revalidatePath(`/directives/${input.directiveId}`);
});

export const closeDirectiveAction = formAction(closeDirectiveSchema, async (actor, input) => {
  await closeDirective(actor, input);
  revalidatePath(`/directives/${input.directiveId}`);
});

export const placeDirectiveAction = formAction(placeDirectiveSchema, async (actor, input) => {
  await placeDirective(actor, input);
  revalidatePath(`/directives/${input.directiveId}`);
  return "Đã lưu đợt của văn bản.";
});

export const attachSignedFileAction = formAction(attachSignedFileSchema, async (actor, input) => {
  await attachSignedFile(actor, input);
  revalidatePath(`/directives/${input.directiveId}`);
  return "Đã gắn bản ký.";
});

export const acknowledgeAction = formAction(acknowledgeSchema, async (actor, input) => {
  await acknowledgeDirective(actor, input);
  revalidatePath(`/directives/${input.directiveId}`);
  return "Đã tiếp nhận văn bản.";
});

export const remindUnitsAction = formAction(remindUnitsSchema, async (actor, input) => {
  const { sent } = await remindUnits(actor, input);
  revalidatePath(`/directives/${input.directiveId}/tracking`);
  return sent > 0 ? `Đã đôn đốc ${sent} đơn vị.` : "Lời đôn đốc này đã được gửi rồi.";
});
