"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { approveSwap, askSwap, consentSwap, endSwap } from "@/lib/duty/swaps/commands";
import { askSwapSchema, endSwapSchema, swapSchema } from "@/lib/duty/swaps/schema";
import { formAction } from "@/lib/form-action";

export const askSwapAction = formAction(askSwapSchema, async (actor, input) => {
  await askSwap(actor, input);
  redirect("/duty");
});

export const consentSwapAction = formAction(swapSchema, async (actor, input) => {
  await consentSwap(actor, input);
  revalidatePath("/duty");
});

export const approveSwapAction = formAction(swapSchema, async (actor, input) => {
  await approveSwap(actor, input);
  revalidatePath("/duty");
});

export const endSwapAction = formAction(endSwapSchema, async (actor, input) => {
  await endSwap(actor, input);
  revalidatePath("/duty");
});
