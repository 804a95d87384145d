"use server";

import { revalidatePath } from "next/cache";
import { formAction } from "@/lib/form-action";
import { createUnitKind, updateUnitKind } from "@/lib/organization/kinds/commands";
import { createUnitKindSchema, updateUnitKindSchema } from "@/lib/organization/kinds/schema";

export const createKindAction = formAction(createUnitKindSchema, async (actor, input) => {
  await createUnitKind(actor, input);
  revalidatePath("/admin/kinds");
  return "Đã thêm.";
});

export const updateKindAction = formAction(updateUnitKindSchema, async (actor, input) => {
  await updateUnitKind(actor, input);
  revalidatePath("/admin/kinds");
  return "Đã lưu.";
});
