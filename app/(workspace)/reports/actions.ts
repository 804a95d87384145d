"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { formAction } from "@/lib/form-action";
import {
  buildSynthesis,
  recountSynthesis,
  saveSynthesis,
  signSynthesis,
  submitSynthesis,
} from "@/lib/reports/synthesis/commands";
import {
  buildSynthesisSchema,
  recountSynthesisSchema,
  saveSynthesisSchema,
  signSynthesisSchema,
  submitSynthesisSchema,
} from "@/lib/reports/synthesis/schema";

export const buildSynthesisAction = formAction(buildSynthesisSchema, async (actor, input) => {
  const { id } = await buildSynthesis(actor, input);
  revalidatePath("/reports", "layout");
  redirect(`/reports/${id}`);
});

export const saveSynthesisAction = formAction(saveSynthesisSchema, async (actor, input) => {
  await saveSynthesis(actor, input);
  revalidatePath("/reports", "layout");
  return "Đã lưu bản nháp.";
});

export const recountSynthesisAction = formAction(recountSynthesisSchema, async (actor, input) => {
  await recountSynthesis(actor, input);
  revalidatePath("/reports", "layout");
  return "Đã tính lại số liệu; chữ đã sửa giữ nguyên.";
});

export const submitSynthesisAction = formAction(submitSynthesisSchema, async (actor, input) => {
  await submitSynthesis(actor, input);
  revalidatePath("/reports", "layout");
  return "Đã trình; lãnh đạo huyện nhận được thông báo.";
});

export const signSynthesisAction = formAction(signSynthesisSchema, async (actor, input) => {
  await signSynthesis(actor, input);
  revalidatePath("/reports", "layout");
  return "Đã ký báo cáo.";
});
