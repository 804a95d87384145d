"use server";

import { revalidatePath } from "next/cache";
import { acknowledgeSourceWarning, warnOfSource } from "@/lib/complaints/clusters/commands";
import { acknowledgeWarningSchema, warnOfSourceSchema } from "@/lib/complaints/clusters/schema";
import { formAction } from "@/lib/form-action";

export const warnOfSourceAction = formAction(warnOfSourceSchema, async (actor, input) => {
  await warnOfSource(actor, input);
  revalidatePath("/", "layout");
  return "Đã gửi cảnh báo.";
});

export const acknowledgeSourceWarningAction = formAction(
  acknowledgeWarningSchema,
  async (actor, input) => {
    await acknowledgeSourceWarning(actor, input);
    revalidatePath("/", "layout");
    return "Đã xác nhận.";
  },
);
