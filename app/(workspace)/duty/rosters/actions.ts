"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import {
  createRoster,
  discardRoster,
  publishRoster,
  returnRoster,
  submitRoster,
  withdrawRoster,
} from "@/lib/duty/rosters/commands";
import { clearDraft, fillDraft } from "@/lib/duty/rosters/filling/commands";
import { importRoster } from "@/lib/duty/rosters/import/commands";
import { importRosterSchema } from "@/lib/duty/rosters/import/schema";
import { fillingWords } from "@/lib/duty/rosters/labels";
import { addShift, reassignShift, removeShift } from "@/lib/duty/rosters/planning/commands";
import {
  addShiftSchema,
  createRosterSchema,
  fillRosterSchema,
  publishRosterSchema,
  reassignShiftSchema,
  removeShiftSchema,
  returnRosterSchema,
  seenRosterSchema,
} from "@/lib/duty/rosters/schema";
import { formAction } from "@/lib/form-action";

const page = "/duty/rosters/[id]";

export const createRosterAction = formAction(createRosterSchema, async (actor, input) => {
  const { id } = await createRoster(actor, input);
  redirect(`/duty/rosters/${id}`);
});

export const submitRosterAction = formAction(seenRosterSchema, async (actor, input) => {
  await submitRoster(actor, input);
  revalidatePath(page, "page");
});

export const withdrawRosterAction = formAction(seenRosterSchema, async (actor, input) => {
  await withdrawRoster(actor, input);
  revalidatePath(page, "page");
});

export const returnRosterAction = formAction(returnRosterSchema, async (actor, input) => {
  await returnRoster(actor, input);
  revalidatePath(page, "page");
});

export const publishRosterAction = formAction(publishRosterSchema, async (actor, input) => {
  await publishRoster(actor, input);
  revalidatePath(page, "page");
  return "Đã công bố lịch trực.";
});

export const discardRosterAction = formAction(seenRosterSchema, async (actor, input) => {
  await discardRoster(actor, input);
  redirect("/duty");
});

export const fillRosterAction = formAction(fillRosterSchema, async (actor, input) => {
  const outcome = await fillDraft(actor, input);
  revalidatePath(page, "page");
  return fillingWords(outcome);
});

export const clearRosterAction = formAction(seenRosterSchema, async (actor, input) => {
  await clearDraft(actor, input);
  revalidatePath(page, "page");
});

export const addShiftAction = formAction(addShiftSchema, async (actor, input) => {
  await addShift(actor, input);
  redirect(`/duty/rosters/${input.rosterId}`);
});

export const reassignShiftAction = formAction(reassignShiftSchema, async (actor, input) => {
  const { rosterId } = await reassignShift(actor, input);
  redirect(`/duty/rosters/${rosterId}`);
});

export const removeShiftAction = formAction(removeShiftSchema, async (actor, input) => {
  const { rosterId } = await removeShift(actor, input);
  redirect(`/duty/rosters/${rosterId}`);
});

export const importRosterAction = formAction(importRosterSchema, async (actor, input) => {
  await importRoster(actor, input);
  redirect(`/duty/rosters/${input.rosterId}`);
});
