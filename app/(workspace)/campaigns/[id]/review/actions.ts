"use server";

import { revalidatePath } from "next/cache";
import { giveReason } from "@/lib/campaigns/lateness/commands";
import { giveReasonSchema } from "@/lib/campaigns/lateness/schema";
import { formAction } from "@/lib/form-action";

export const giveReasonAction = formAction(giveReasonSchema, async (actor, input) => {
  await giveReason(actor, input);
  revalidatePath("/campaigns", "layout");
  return "Đã lưu lý do.";
});
