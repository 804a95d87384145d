"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import {
  addAbsence,
  addDutyPerson,
  removeAbsence,
  removeDutyPerson,
  updateDutyPerson,
} from "@/lib/duty/people/commands";
import {
  addAbsenceSchema,
  addDutyPersonSchema,
  removeAbsenceSchema,
  removeDutyPersonSchema,
  updateDutyPersonSchema,
} from "@/lib/duty/people/schema";
import { saveUnitRule } from "@/lib/duty/settings/commands";
import { saveUnitRuleSchema } from "@/lib/duty/settings/schema";
import { formAction } from "@/lib/form-action";

export const addDutyPersonAction = formAction(addDutyPersonSchema, async (actor, input) => {
  await addDutyPerson(actor, input);
  redirect("/duty/people");
});

export const updateDutyPersonAction = formAction(updateDutyPersonSchema, async (actor, input) => {
  await updateDutyPerson(actor, input);
  revalidatePath("/duty/people/[personId]", "page");
  return "Đã lưu.";
});

export const removeDutyPersonAction = formAction(removeDutyPersonSchema, async (actor, input) => {
  await removeDutyPerson(actor, input);
  redirect("/duty/people");
});

export const addAbsenceAction = formAction(addAbsenceSchema, async (actor, input) => {
  await addAbsence(actor, input);
  revalidatePath("/duty/people/[personId]", "page");
  return "Đã ghi ngày nghỉ.";
});

export const removeAbsenceAction = formAction(removeAbsenceSchema, async (actor, input) => {
  await removeAbsence(actor, input);
  revalidatePath("/duty/people/[personId]", "page");
});

export const saveUnitRuleAction = formAction(saveUnitRuleSchema, async (actor, input) => {
  await saveUnitRule(actor, input);
  revalidatePath("/duty/people");
  return "Đã lưu.";
});
