"use server";

import { revalidatePath } from "next/cache";
import {
  acceptResult,
  assignPerson,
  reportProgress,
  sendBackResult,
} from "@/lib/directives/assignments/commands";
import {
  acceptResultSchema,
  assignPersonSchema,
  reportProgressSchema,
  sendBackResultSchema,
} from "@/lib/directives/assignments/schema";
import { formAction } from "@/lib/form-action";

const page = "/directives/[id]/assignments/[assignmentId]";

export const reportProgressAction = formAction(reportProgressSchema, async (actor, input) => {
  await reportProgress(actor, input);
  revalidatePath(page, "page");
  return input.kind === "progress" ? "Đã ghi tiến độ." : "Đã gửi báo cáo tới huyện.";
});

export const assignPersonAction = formAction(assignPersonSchema, async (actor, input) => {
  await assignPerson(actor, input);
  revalidatePath(page, "page");
  return "Đã phân công.";
});

export const acceptResultAction = formAction(acceptResultSchema, async (actor, input) => {
  await acceptResult(actor, input);
  revalidatePath(page, "page");
});

export const sendBackResultAction = formAction(sendBackResultSchema, async (actor, input) => {
  await sendBackResult(actor, input);
  revalidatePath(page, "page");
});
