"use server";

import { revalidatePath } from "next/cache";
import { formAction } from "@/lib/form-action";
import { acknowledgeWarning, warnUnits } from "@/lib/incidents/warnings/commands";
import { acknowledgeWarningSchema, warnUnitsSchema } from "@/lib/incidents/warnings/schema";

export const warnUnitsAction = formAction(warnUnitsSchema, async (actor, input) => {
  const { units } = await warnUnits(actor, input);
  revalidatePath("/", "layout");
  return `Đã cảnh báo ${units} đơn vị.`;
});

export const acknowledgeWarningAction = formAction(
  acknowledgeWarningSchema,
  async (actor, input) => {
    await acknowledgeWarning(actor, input);
    revalidatePath("/", "layout");
  },
);
