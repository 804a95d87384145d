"use server";

import { revalidatePath } from "next/cache";
import { formAction } from "@/lib/form-action";
import {
  addEscalationLadder,
  addEscalationStep,
  updateEscalationLadder,
  updateEscalationStep,
} from "@/lib/notifications/escalation/commands";
import {
  addEscalationLadderSchema,
  addEscalationStepSchema,
  updateEscalationLadderSchema,
  updateEscalationStepSchema,
} from "@/lib/notifications/escalation/schema";

const page = "/admin/ladders";

export const addEscalationLadderAction = formAction(
  addEscalationLadderSchema,
  async (actor, input) => {
    await addEscalationLadder(actor, input);
    revalidatePath(page);
    return "Đã thêm.";
  },
);

export const updateEscalationLadderAction = formAction(
  updateEscalationLadderSchema,
  async (actor, input) => {
    await updateEscalationLadder(actor, input);
    revalidatePath(page);
    return "Đã lưu.";
  },
);

export const addEscalationStepAction = formAction(addEscalationStepSchema, async (actor, input) => {
  await addEscalationStep(actor, input);
  revalidatePath(page);
  return "Đã thêm.";
});

export const updateEscalationStepAction = formAction(
  updateEscalationStepSchema,
  async (actor, input) => {
    await updateEscalationStep(actor, input);
    revalidatePath(page);
    return "Đã lưu.";
  },
);
