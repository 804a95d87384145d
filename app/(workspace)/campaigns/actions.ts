"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { cloneCampaign } from "@/lib/campaigns/cloning/commands";
import { cloneCampaignSchema } from "@/lib/campaigns/cloning/schema";
import {
  closeCampaign,
  createCampaign,
  discardCampaign,
  openCampaign,
  reopenCampaign,
  saveCampaign,
} from "@/lib/campaigns/commands";
import { recordLesson, removeLesson } from "@/lib/campaigns/lessons/commands";
import { recordLessonSchema, removeLessonSchema } from "@/lib/campaigns/lessons/schema";
import {
  changeCampaignSchema,
  createCampaignSchema,
  saveCampaignSchema,
} from "@/lib/campaigns/schema";
import { formAction } from "@/lib/form-action";

export const createCampaignAction = formAction(createCampaignSchema, async (actor, input) => {
  const { id } = await createCampaign(actor, input);
  redirect(`/campaigns/${id}`);
});

export const cloneCampaignAction = formAction(cloneCampaignSchema, async (actor, input) => {
  const { id } = await cloneCampaign(actor, input);
  redirect(`/campaigns/${id}`);
});

export const saveCampaignAction = formAction(saveCampaignSchema, async (actor, input) => {
  const { id } = await saveCampaign(actor, input);
  redirect(`/campaigns/${id}`);
});

export const openCampaignAction = formAction(changeCampaignSchema, async (actor, input) => {
  await openCampaign(actor, input);
  revalidatePath(`/campaigns/${input.campaignId}`);
  return "Đã mở đợt và báo cho các đơn vị.";
});

export const closeCampaignAction = formAction(changeCampaignSchema, async (actor, input) => {
  await closeCampaign(actor, input);
  revalidatePath(`/campaigns/${input.campaignId}`);
  return "Đã kết thúc đợt.";
});

export const reopenCampaignAction = formAction(changeCampaignSchema, async (actor, input) => {
  await reopenCampaign(actor, input);
  revalidatePath(`/campaigns/${input.campaignId}`);
  return "Đã mở lại đợt.";
});

export const discardCampaignAction = formAction(changeCampaignSchema, async (actor, input) => {
  await discardCampaign(actor, input);
  redirect("/campaigns");
});

export const recordLessonAction = formAction(recordLessonSchema, async (actor, input) => {
  await recordLesson(actor, input);
  revalidatePath(`/campaigns/${input.campaignId}`);
  return "Đã ghi bài học.";
});

export const removeLessonAction = formAction(removeLessonSchema, async (actor, input) => {
  await removeLesson(actor, input);
  revalidatePath("/campaigns/[id]", "page");
});
