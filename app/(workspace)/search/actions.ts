"use server";

import { revalidatePath } from "next/cache";
import { formAction } from "@/lib/form-action";
import { deleteFilter, renameFilter, saveFilter } from "@/lib/search/saved/commands";
import {
  deleteFilterSchema,
  renameFilterSchema,
  saveFilterSchema,
} from "@/lib/search/saved/schema";

export const saveFilterAction = formAction(saveFilterSchema, async (actor, input) => {
  await saveFilter(actor, input);
  revalidatePath(`/${input.place}`);
  return "Đã lưu.";
});

export const renameFilterAction = formAction(renameFilterSchema, async (actor, input) => {
  await renameFilter(actor, input);
  revalidatePath("/", "layout");
  return "Đã đổi tên.";
});

export const deleteFilterAction = formAction(deleteFilterSchema, async (actor, input) => {
  await deleteFilter(actor, input);
  revalidatePath("/", "layout");
  return "Đã xóa.";
});
