"use server";

import { revalidatePath } from "next/cache";
import { noteCall, recordCall } from "@/lib/directives/calls/commands";
import { noteCallSchema, recordCallSchema } from "@/lib/directives/calls/schema";
import { chooseLadder } from "@/lib/directives/ladders/commands";
import { chooseLadderSchema } from "@/lib/directives/ladders/schema";
import { formAction } from "@/lib/form-action";

const list = "/directives/[id]/calls";
const unit = "/directives/[id]/calls/[unitId]";

export const recordCallAction = formAction(recordCallSchema, async (actor, input) => {
  await recordCall(actor, input);
  revalidatePath(list, "page");
  revalidatePath(unit, "page");
});

export const noteCallAction = formAction(noteCallSchema, async (actor, input) => {
  await noteCall(actor, input);
  revalidatePath(list, "page");
  revalidatePath(unit, "page");
});

export const chooseLadderAction = formAction(chooseLadderSchema, async (actor, input) => {
  await chooseLadder(actor, input);
  revalidatePath(list, "page");
  return "Đã đổi cách nhắc.";
});
