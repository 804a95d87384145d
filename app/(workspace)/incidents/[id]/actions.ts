"use server";

import { revalidatePath } from "next/cache";
import { formAction } from "@/lib/form-action";
import { meetDeadline } from "@/lib/incidents/deadlines/commands";
import { meetDeadlineSchema } from "@/lib/incidents/deadlines/schema";
import { addEntry, linkLogEntry } from "@/lib/incidents/entries/commands";
import { addEntrySchema, linkLogSchema } from "@/lib/incidents/entries/schema";
import { escalateIncident } from "@/lib/incidents/escalation/commands";
import { addEvidence, handOverEvidence } from "@/lib/incidents/evidence/commands";
import { addEvidenceSchema, handOverEvidenceSchema } from "@/lib/incidents/evidence/schema";
import { assignIncident, classifyIncident, takeIncident } from "@/lib/incidents/handling/commands";
import {
  assignIncidentSchema,
  classifyIncidentSchema,
  escalateIncidentSchema,
  mergeIncidentSchema,
  moveIncidentSchema,
  takeIncidentSchema,
} from "@/lib/incidents/handling/schema";
import { addIndicators } from "@/lib/incidents/indicators/commands";
import { addIndicatorsSchema } from "@/lib/incidents/indicators/schema";
import { stateLabels } from "@/lib/incidents/labels";
import { mergeIncident } from "@/lib/incidents/merging/commands";
import { moveIncident } from "@/lib/incidents/moves/commands";
import { recordReceipt } from "@/lib/incidents/packet/commands";
import { recordReceiptSchema } from "@/lib/incidents/packet/schema";
import { tickStep } from "@/lib/incidents/reflex/commands";
import { tickStepSchema } from "@/lib/incidents/reflex/schema";
import { addSystem, removeSystem } from "@/lib/incidents/systems/commands";
import { addSystemSchema, removeSystemSchema } from "@/lib/incidents/systems/schema";
import { addTask, assignTask, finishTask } from "@/lib/incidents/tasks/commands";
import { addTaskSchema, assignTaskSchema, finishTaskSchema } from "@/lib/incidents/tasks/schema";

/** Whatever is done to a case shows on its page, on the lists and on the home pages. */
const shown = () => revalidatePath("/", "layout");

export const tickStepAction = formAction(tickStepSchema, async (actor, input) => {
  await tickStep(actor, input);
  shown();
});

export const addEntryAction = formAction(addEntrySchema, async (actor, input) => {
  await addEntry(actor, input);
  shown();
  return "Đã ghi diễn biến.";
});

export const linkLogAction = formAction(linkLogSchema, async (actor, input) => {
  await linkLogEntry(actor, input);
  shown();
  return "Đã liên kết.";
});

export const takeIncidentAction = formAction(takeIncidentSchema, async (actor, input) => {
  await takeIncident(actor, input);
  shown();
});

export const assignIncidentAction = formAction(assignIncidentSchema, async (actor, input) => {
  await assignIncident(actor, input);
  shown();
  return "Đã phân công.";
});

export const classifyIncidentAction = formAction(classifyIncidentSchema, async (actor, input) => {
  await classifyIncident(actor, input);
  shown();
  return "Đã phân loại.";
});

export const moveIncidentAction = formAction(moveIncidentSchema, async (actor, input) => {
  await moveIncident(actor, input);
  shown();
  return `${stateLabels[input.to].text}.`;
});

export const escalateIncidentAction = formAction(escalateIncidentSchema, async (actor, input) => {
  await escalateIncident(actor, input);
  shown();
  return "Đã báo huyện, Công an và trung tâm hỗ trợ.";
});

export const mergeIncidentAction = formAction(mergeIncidentSchema, async (actor, input) => {
  await mergeIncident(actor, input);
  shown();
  return `Đã gộp vào ${input.into}.`;
});

export const addTaskAction = formAction(addTaskSchema, async (actor, input) => {
  await addTask(actor, input);
  shown();
  return "Đã thêm việc.";
});

export const finishTaskAction = formAction(finishTaskSchema, async (actor, input) => {
  await finishTask(actor, input);
  shown();
});

export const assignTaskAction = formAction(assignTaskSchema, async (actor, input) => {
  await assignTask(actor, input);
  shown();
  return "Đã giao.";
});

export const addEvidenceAction = formAction(addEvidenceSchema, async (actor, input) => {
  await addEvidence(actor, input);
  shown();
  return "Đã lưu minh chứng.";
});

export const handOverEvidenceAction = formAction(handOverEvidenceSchema, async (actor, input) => {
  await handOverEvidence(actor, input);
  shown();
  return "Đã ghi bàn giao.";
});

export const addIndicatorsAction = formAction(addIndicatorsSchema, async (actor, input) => {
  const { added, matches } = await addIndicators(actor, input);
  shown();
  return matches > 0
    ? `Đã thêm ${added} dấu hiệu; trùng với ${matches} sự cố của đơn vị khác.`
    : `Đã thêm ${added} dấu hiệu.`;
});

export const addSystemAction = formAction(addSystemSchema, async (actor, input) => {
  await addSystem(actor, input);
  shown();
  return "Đã ghi hệ thống.";
});

export const removeSystemAction = formAction(removeSystemSchema, async (actor, input) => {
  await removeSystem(actor, input);
  shown();
});

export const meetDeadlineAction = formAction(meetDeadlineSchema, async (actor, input) => {
  await meetDeadline(actor, input);
  shown();
  return "Đã ghi.";
});

export const recordReceiptAction = formAction(recordReceiptSchema, async (actor, input) => {
  await recordReceipt(actor, input);
  shown();
  return `Đã ghi ${input.receiver} ký nhận.`;
});
