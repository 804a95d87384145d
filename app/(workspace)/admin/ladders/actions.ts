"use server";

import { revalidatePath } from "next/cache";
import {
  addRule,
  createLadder,
  updateLadder,
  updateRule,
  useLadderByDefault,
} from "@/lib/directives/ladders/commands";
import {
  addRuleSchema,
  createLadderSchema,
  updateLadderSchema,
  updateRuleSchema,
  useLadderByDefaultSchema,
} from "@/lib/directives/ladders/schema";
import { formAction } from "@/lib/form-action";

const page = "/admin/ladders";

export const createLadderAction = formAction(createLadderSchema, async (actor, input) => {
  await createLadder(actor, input);
  revalidatePath(page);
  return "Đã thêm.";
});

export const updateLadderAction = formAction(updateLadderSchema, async (actor, input) => {
  await updateLadder(actor, input);
  revalidatePath(page);
  return "Đã lưu.";
});

export const setDefaultLadderAction = formAction(useLadderByDefaultSchema, async (actor, input) => {
  await useLadderByDefault(actor, input);
  revalidatePath(page);
  return "Đã đổi mặc định.";
});

export const addRuleAction = formAction(addRuleSchema, async (actor, input) => {
  await addRule(actor, input);
  revalidatePath(page);
  return "Đã thêm.";
});

export const updateRuleAction = formAction(updateRuleSchema, async (actor, input) => {
  await updateRule(actor, input);
  revalidatePath(page);
  return "Đã lưu.";
});
