"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import {
  askForReports,
  returnPeriodReport,
  sendPeriodReport,
} from "@/lib/complaints/reports/commands";
import {
  askForReportsSchema,
  returnPeriodReportSchema,
  sendPeriodReportSchema,
} from "@/lib/complaints/reports/schema";
import { formAction } from "@/lib/form-action";

export const askForReportsAction = formAction(askForReportsSchema, async (actor, input) => {
  const { id } = await askForReports(actor, input);
  revalidatePath("/", "layout");
  redirect(`/complaints/periods/${id}`);
});

export const sendPeriodReportAction = formAction(sendPeriodReportSchema, async (actor, input) => {
  await sendPeriodReport(actor, input);
  revalidatePath("/", "layout");
  return "Đã gửi báo cáo kỳ.";
});

export const returnPeriodReportAction = formAction(
  returnPeriodReportSchema,
  async (actor, input) => {
    await returnPeriodReport(actor, input);
    revalidatePath("/", "layout");
  },
);
