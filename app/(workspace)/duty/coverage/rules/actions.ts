"use server";

import { revalidatePath } from "next/cache";
import { saveDutyPolicy } from "@/lib/duty/settings/commands";
import { saveDutyPolicySchema } from "@/lib/duty/settings/schema";
import { formAction } from "@/lib/form-action";

export const saveDutyPolicyAction = formAction(saveDutyPolicySchema, async (actor, input) => {
  await saveDutyPolicy(actor, input);
  revalidatePath("/duty", "layout");
  return "Đã lưu quy định trực.";
});
