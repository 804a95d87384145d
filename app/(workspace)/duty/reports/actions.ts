"use server";

import { revalidatePath } from "next/cache";
import { fileQuickReport } from "@/lib/duty/quick-reports/commands";
import { fileQuickReportSchema } from "@/lib/duty/quick-reports/schema";
import { saveReportTimes } from "@/lib/duty/quick-reports/times/commands";
import { saveReportTimesSchema } from "@/lib/duty/quick-reports/times/schema";
import { formAction } from "@/lib/form-action";

export const fileQuickReportAction = formAction(fileQuickReportSchema, async (actor, input) => {
  await fileQuickReport(actor, input);
  revalidatePath("/", "layout");
  return input.edition > 0 ? "Đã gửi đính chính." : "Đã gửi báo cáo.";
});

export const saveReportTimesAction = formAction(saveReportTimesSchema, async (actor, input) => {
  await saveReportTimes(actor, input);
  revalidatePath("/", "layout");
  return input.times.length > 0
    ? `Đã lưu: báo cáo lúc ${input.times.join(", ")}.`
    : "Đã lưu: không yêu cầu báo cáo nhanh.";
});
