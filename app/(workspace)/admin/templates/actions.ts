"use server";

import { revalidatePath } from "next/cache";
import { createTemplate, deleteTemplate, saveTemplate } from "@/lib/campaigns/templates/commands";
import {
  createTemplateSchema,
  deleteTemplateSchema,
  saveTemplateSchema,
} from "@/lib/campaigns/templates/schema";
import { formAction } from "@/lib/form-action";

export const createTemplateAction = formAction(createTemplateSchema, async (actor, input) => {
  await createTemplate(actor, input);
  revalidatePath("/admin/templates");
  return "Đã thêm.";
});

export const saveTemplateAction = formAction(saveTemplateSchema, async (actor, input) => {
  await saveTemplate(actor, input);
  revalidatePath("/admin/templates");
  return "Đã lưu.";
});

export const deleteTemplateAction = formAction(deleteTemplateSchema, async (actor, input) => {
  await deleteTemplate(actor, input);
  revalidatePath("/admin/templates");
  return "Đã xóa.";
});
