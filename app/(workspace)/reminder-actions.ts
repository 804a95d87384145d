"use server";

import { revalidatePath } from "next/cache";
import { dismissReminder } from "@/lib/directives/reminders/commands";
import { dismissReminderSchema } from "@/lib/directives/reminders/schema";
import { formAction } from "@/lib/form-action";

export const dismissReminderAction = formAction(dismissReminderSchema, async (actor, input) => {
  await dismissReminder(actor, input);
  revalidatePath("/", "layout");
});
