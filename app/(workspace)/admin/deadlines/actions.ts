"use server";

import { revalidatePath } from "next/cache";
import {
  createDeadlineRule,
  deleteDeadlineRule,
  saveDeadlineRule,
} from "@/lib/campaigns/deadlines/commands";
import {
  createDeadlineRuleSchema,
  deleteDeadlineRuleSchema,
  saveDeadlineRuleSchema,
} from "@/lib/campaigns/deadlines/schema";
import { formAction } from "@/lib/form-action";

export const createDeadlineRuleAction = formAction(
  createDeadlineRuleSchema,
  async (actor, input) => {
    await createDeadlineRule(actor, input);
    revalidatePath("/admin/deadlines");
    return "Đã thêm.";
  },
);

export const saveDeadlineRuleAction = formAction(saveDeadlineRuleSchema, async (actor, input) => {
  await saveDeadlineRule(actor, input);
  revalidatePath("/admin/deadlines");
  return "Đã lưu.";
});

export const deleteDeadlineRuleAction = formAction(
  deleteDeadlineRuleSchema,
  async (actor, input) => {
    await deleteDeadlineRule(actor, input);
    revalidatePath("/admin/deadlines");
    return "Đã xóa.";
  },
);
