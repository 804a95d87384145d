"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { after } from "next/server";
import { refuseHaste } from "@/lib/auth/pace";
import {
  discardImport,
  matchColumns,
  takeImport,
  undoImport,
  uploadImport,
} from "@/lib/complaints/import/commands";
import { runImport } from "@/lib/complaints/import/running/commands";
import {
  matchColumnsSchema,
  ofImportSchema,
  uploadImportSchema,
} from "@/lib/complaints/import/schema";
import { formAction } from "@/lib/form-action";

export const uploadImportAction = formAction(uploadImportSchema, async (actor, input) => {
  await refuseHaste(actor.userId, "import");
  const { id } = await uploadImport(actor, input);
  redirect(`/complaints/import/${id}`);
});

export const matchColumnsAction = formAction(matchColumnsSchema, async (actor, input) => {
  await matchColumns(actor, input);
  revalidatePath(`/complaints/import/${input.importId}`);
  return "Đã đối chiếu lại.";
});

/** Answers at once; the page shows how far it is. Should this process end, the next minute goes on. */
export const takeImportAction = formAction(ofImportSchema, async (actor, input) => {
  await takeImport(actor, input);
  after(() => runImport(actor, input.importId));
  revalidatePath("/", "layout");
});

export const undoImportAction = formAction(ofImportSchema, async (actor, input) => {
  await undoImport(actor, input);
  revalidatePath("/", "layout");
  return "Đã hoàn tác.";
});

export const discardImportAction = formAction(ofImportSchema, async (actor, input) => {
  await discardImport(actor, input);
  redirect("/complaints/import");
});
