"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { formAction } from "@/lib/form-action";
import { fileSweep, openSweep } from "@/lib/sweeps/commands";
import { fileSweepSchema, openSweepSchema } from "@/lib/sweeps/schema";

export const openSweepAction = formAction(openSweepSchema, async (actor, input) => {
  await openSweep(actor, input);
  revalidatePath("/", "layout");
  redirect(`/sweeps/${input.roundId}`);
});

export const fileSweepAction = formAction(fileSweepSchema, async (actor, input) => {
  await fileSweep(actor, input);
  revalidatePath("/", "layout");
  return input.edition > 0 ? "Đã gửi đính chính." : "Đã gửi kết quả rà soát.";
});
