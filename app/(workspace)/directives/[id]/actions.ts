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
import { askExtension, decideExtension } from "@/lib/directives/extensions/commands";
import { askExtensionSchema, decideExtensionSchema } from "@/lib/directives/extensions/schema";
import { linkDocument, unlinkDocument } from "@/lib/directives/implementing/commands";
import { linkDocumentSchema, unlinkDocumentSchema } from "@/lib/directives/implementing/schema";
import { filePeriodicReport } from "@/lib/directives/periodic/commands";
import { filePeriodicSchema } from "@/lib/directives/periodic/schema";
import { placeDirective } from "@/lib/directives/placement/commands";
import { placeDirectiveSchema } from "@/lib/directives/placement/schema";
import { askQuestion, replyToQuestion, shareQuestion } from "@/lib/directives/questions/commands";
import {
  askQuestionSchema,
  replySchema,
  shareQuestionSchema,
} from "@/lib/directives/questions/schema";
import { answerRecall, recallDirective } from "@/lib/directives/recalls/commands";
import { answerRecallSchema, recallDirectiveSchema } from "@/lib/directives/recalls/schema";
import { remindUnits } from "@/lib/directives/reminders/commands";
import { remindUnitsSchema } from "@/lib/directives/reminders/schema";
import { draftReplacement } from "@/lib/directives/replacements/commands";
import { draftReplacementSchema } from "@/lib/directives/replacements/schema";
import { decideReturn, returnReceipt } from "@/lib/directives/returns/commands";
import { decideReturnSchema, returnReceiptSchema } from "@/lib/directives/returns/schema";
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

export const recallDirectiveAction = formAction(recallDirectiveSchema, async (actor, input) => {
  const { units } = await recallDirective(actor, input);
  revalidatePath(`/directives/${input.directiveId}`);
  return `Đã thu hồi và báo tới ${units} đơn vị.`;
});

export const answerRecallAction = formAction(answerRecallSchema, async (actor, input) => {
  await answerRecall(actor, input);
  revalidatePath(`/directives/${input.directiveId}`);
});

export const draftReplacementAction = formAction(draftReplacementSchema, async (actor, input) => {
  const { id } = await draftReplacement(actor, input);
  redirect(`/directives/${id}`);
});

export const returnReceiptAction = formAction(returnReceiptSchema, async (actor, input) => {
  await returnReceipt(actor, input);
  revalidatePath(`/directives/${input.directiveId}`);
  return "Đã trả lại, chờ huyện trả lời.";
});

export const decideReturnAction = formAction(decideReturnSchema, async (actor, input) => {
  await decideReturn(actor, input);
  revalidatePath("/directives/[id]", "page");
});

export const askExtensionAction = formAction(askExtensionSchema, async (actor, input) => {
  await askExtension(actor, input);
  revalidatePath("/directives/[id]", "layout");
  return "Đã gửi đề nghị gia hạn tới huyện.";
});

export const decideExtensionAction = formAction(decideExtensionSchema, async (actor, input) => {
  await decideExtension(actor, input);
  revalidatePath("/directives/[id]", "layout");
});

export const askQuestionAction = formAction(askQuestionSchema, async (actor, input) => {
  await askQuestion(actor, input);
  revalidatePath(`/directives/${input.directiveId}`);
  return "Đã gửi câu hỏi tới huyện.";
});

export const replyAction = formAction(replySchema, async (actor, input) => {
  await replyToQuestion(actor, input);
  revalidatePath("/directives/[id]", "page");
});

export const shareQuestionAction = formAction(shareQuestionSchema, async (actor, input) => {
  await shareQuestion(actor, input);
  revalidatePath("/directives/[id]", "page");
});

export const linkDocumentAction = formAction(linkDocumentSchema, async (actor, input) => {
  await linkDocument(actor, input);
  revalidatePath(`/directives/${input.directiveId}`);
  return "Đã gắn văn bản triển khai.";
});

export const unlinkDocumentAction = formAction(unlinkDocumentSchema, async (actor, input) => {
  await unlinkDocument(actor, input);
  revalidatePath("/directives/[id]", "page");
});

export const filePeriodicAction = formAction(filePeriodicSchema, async (actor, input) => {
  await filePeriodicReport(actor, input);
  revalidatePath("/directives/[id]", "layout");
  return "Đã gửi báo cáo kỳ này.";
});
