"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { createAdvisory, discardAdvisory } from "@/lib/advisories/drafts/commands";
import {
  createAdvisorySchema,
  discardAdvisorySchema,
  saveAdvisorySchema,
} from "@/lib/advisories/drafts/schema";
import { loadCatalogue } from "@/lib/advisories/exploited/commands";
import { loadCatalogueSchema } from "@/lib/advisories/exploited/schema";
import {
  acceptRisk,
  answerAdvisory,
  declareNotApplicable,
} from "@/lib/advisories/handling/commands";
import {
  acceptRiskSchema,
  answerSchema,
  nameOwnerSchema,
  notApplicableSchema,
  reviewSchema,
  sendBackSchema,
} from "@/lib/advisories/handling/schema";
import { nameOwner, reviewHandling, sendBackHandling } from "@/lib/advisories/reviewing/commands";
import { saveAdvisory } from "@/lib/advisories/sending/commands";
import { formAction } from "@/lib/form-action";
import { formatDay } from "@/lib/time";

/** Shows on the lists, the matrix, the gate and the home pages. */
const shown = () => revalidatePath("/", "layout");

export const createAdvisoryAction = formAction(createAdvisorySchema, async (actor, input) => {
  const { id } = await createAdvisory(actor, input);
  redirect(`/advisories/${id}/edit`);
});

export const saveAdvisoryAction = formAction(saveAdvisorySchema, async (actor, input) => {
  const { id, sent } = await saveAdvisory(actor, input);
  shown();
  if (sent) redirect(`/advisories/${id}`);
  return "Đã lưu dự thảo.";
});

export const discardAdvisoryAction = formAction(discardAdvisorySchema, async (actor, input) => {
  await discardAdvisory(actor, input);
  shown();
  redirect("/advisories");
});

export const answerAction = formAction(answerSchema, async (actor, input) => {
  await answerAdvisory(actor, input);
  shown();
  return "Đã gửi trả lời.";
});

export const notApplicableAction = formAction(notApplicableSchema, async (actor, input) => {
  await declareNotApplicable(actor, input);
  shown();
  return "Đã trả lời: không áp dụng.";
});

export const acceptRiskAction = formAction(acceptRiskSchema, async (actor, input) => {
  await acceptRisk(actor, input);
  shown();
  return `Đã ghi: chấp nhận rủi ro đến ${formatDay(input.until)}.`;
});

export const nameOwnerAction = formAction(nameOwnerSchema, async (actor, input) => {
  await nameOwner(actor, input);
  shown();
  return `Đã cử ${input.ownerName}.`;
});

export const reviewAction = formAction(reviewSchema, async (actor, input) => {
  await reviewHandling(actor, input);
  shown();
  return "Đã xác nhận.";
});

export const sendBackAction = formAction(sendBackSchema, async (actor, input) => {
  await sendBackHandling(actor, input);
  shown();
  return "Đã yêu cầu đơn vị làm lại.";
});

export const loadCatalogueAction = formAction(loadCatalogueSchema, async (actor, input) => {
  const { total, added, reopened } = await loadCatalogue(actor, input);
  shown();
  return `Đã nạp ${total} lỗ hổng, ${added} mới; ${reopened} lượt đơn vị phải xử lý lại.`;
});
