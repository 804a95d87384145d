"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import {
  correctActivity,
  recordActivity,
  removeActivity,
  repeatActivity,
} from "@/lib/awareness/commands";
import { statePopulations } from "@/lib/awareness/populations/commands";
import { statePopulationsSchema } from "@/lib/awareness/populations/schema";
import {
  correctActivitySchema,
  recordActivitySchema,
  removeActivitySchema,
  repeatActivitySchema,
} from "@/lib/awareness/schema";
import { formAction } from "@/lib/form-action";

export const recordActivityAction = formAction(recordActivitySchema, async (actor, input) => {
  const { id } = await recordActivity(actor, input);
  revalidatePath("/", "layout");
  redirect(`/awareness/${id}`);
});

export const repeatActivityAction = formAction(repeatActivitySchema, async (actor, input) => {
  await repeatActivity(actor, input);
  revalidatePath("/", "layout");
  return "Đã ghi thêm một lần cho hôm nay.";
});

export const correctActivityAction = formAction(correctActivitySchema, async (actor, input) => {
  await correctActivity(actor, input);
  revalidatePath("/awareness", "layout");
  return "Đã lưu.";
});

export const removeActivityAction = formAction(removeActivitySchema, async (actor, input) => {
  await removeActivity(actor, input);
  revalidatePath("/", "layout");
  redirect("/awareness");
});

export const statePopulationsAction = formAction(statePopulationsSchema, async (actor, input) => {
  const changed = await statePopulations(actor, input);
  revalidatePath("/awareness", "layout");
  // The same figure stands on the unit's own page.
  revalidatePath("/admin/units", "layout");
  return changed > 0 ? `Đã lưu số dân của ${changed} đơn vị.` : "Số dân không thay đổi.";
});
