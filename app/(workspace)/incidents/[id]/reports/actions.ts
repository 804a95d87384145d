"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { formAction } from "@/lib/form-action";
import { fileIncidentReport } from "@/lib/incidents/reports/commands";
import { sendReportSchema } from "@/lib/incidents/reports/forms/schema";

export const sendReportAction = formAction(sendReportSchema, async (actor, input) => {
  await fileIncidentReport(actor, input);
  revalidatePath("/", "layout");
  redirect(`/incidents/${input.incidentId}/reports/print/${input.requestId}`);
});
