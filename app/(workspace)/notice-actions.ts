"use server";

import { revalidatePath } from "next/cache";
import { dismissReminder } from "@/lib/directives/reminders/commands";
import { dismissReminderSchema } from "@/lib/directives/reminders/schema";
import { formAction } from "@/lib/form-action";
import { dismissNotice } from "@/lib/notifications/commands";
import { dismissNoticeSchema } from "@/lib/notifications/schema";

export const dismissReminderAction = formAction(dismissReminderSchema, async (actor, input) => {
  await dismissReminder(actor, input);
  revalidatePath("/", "layout");
});

export const dismissNoticeAction = formAction(dismissNoticeSchema, async (actor, input) => {
  await dismissNotice(actor, input);
  revalidatePath("/", "layout");
});
