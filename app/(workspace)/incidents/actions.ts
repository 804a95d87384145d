"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { formAction } from "@/lib/form-action";
import { reportIncident } from "@/lib/incidents/commands";
import { reportIncidentSchema } from "@/lib/incidents/schema";

export const reportIncidentAction = formAction(reportIncidentSchema, async (actor, input) => {
  const { id } = await reportIncident(actor, input);
  revalidatePath("/", "layout");
  redirect(`/incidents/${id}`);
});
