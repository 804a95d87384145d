"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { addComplaint } from "@/lib/complaints/commands";
import { revealComplainant } from "@/lib/complaints/complainants/commands";
import {
  handleComplaint,
  passComplaint,
  rejectComplaint,
  routeComplaint,
  verifyComplaint,
} from "@/lib/complaints/moves/commands";
import { reopenComplaint } from "@/lib/complaints/moves/reopening/commands";
import {
  addComplaintSchema,
  handleComplaintSchema,
  passComplaintSchema,
  rejectComplaintSchema,
  reopenComplaintSchema,
  revealComplainantSchema,
  routeComplaintSchema,
  verifyComplaintSchema,
} from "@/lib/complaints/schema";
import { saveComplaintSetting } from "@/lib/complaints/settings/commands";
import { saveComplaintSettingSchema } from "@/lib/complaints/settings/schema";
import { formAction } from "@/lib/form-action";

export const addComplaintAction = formAction(addComplaintSchema, async (actor, input) => {
  const { id } = await addComplaint(actor, input);
  revalidatePath("/", "layout");
  redirect(`/complaints/${id}`);
});

export const verifyComplaintAction = formAction(verifyComplaintSchema, async (actor, input) => {
  await verifyComplaint(actor, input);
  revalidatePath("/", "layout");
});

export const handleComplaintAction = formAction(handleComplaintSchema, async (actor, input) => {
  const { others } = await handleComplaint(actor, input);
  revalidatePath("/", "layout");
  if (input.outcome === "goes_on") return "Đã ghi biện pháp.";
  return others > 0
    ? `Đã xử lý xong, cùng ${others} phản ánh khác về nguồn này.`
    : "Đã xử lý xong.";
});

export const rejectComplaintAction = formAction(rejectComplaintSchema, async (actor, input) => {
  await rejectComplaint(actor, input);
  revalidatePath("/", "layout");
});

export const passComplaintAction = formAction(passComplaintSchema, async (actor, input) => {
  await passComplaint(actor, input);
  revalidatePath("/", "layout");
});

export const routeComplaintAction = formAction(routeComplaintSchema, async (actor, input) => {
  await routeComplaint(actor, input);
  revalidatePath("/", "layout");
});

export const reopenComplaintAction = formAction(reopenComplaintSchema, async (actor, input) => {
  await reopenComplaint(actor, input);
  revalidatePath("/", "layout");
});

/** The one answer that is shown and kept nowhere on the page. */
export const revealComplainantAction = formAction(revealComplainantSchema, revealComplainant);

export const saveComplaintSettingAction = formAction(
  saveComplaintSettingSchema,
  async (actor, input) => {
    await saveComplaintSetting(actor, input);
    revalidatePath("/complaints/settings");
    return "Đã lưu.";
  },
);
