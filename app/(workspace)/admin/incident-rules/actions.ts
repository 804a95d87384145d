"use server";

import { revalidatePath } from "next/cache";
import { formAction } from "@/lib/form-action";
import {
  createIncidentRule,
  deleteIncidentRule,
  saveIncidentRule,
} from "@/lib/incidents/deadlines/commands";
import {
  createIncidentRuleSchema,
  deleteIncidentRuleSchema,
  saveIncidentRuleSchema,
} from "@/lib/incidents/deadlines/schema";
import { addDesk, removeDesk } from "@/lib/incidents/desks/commands";
import { addDeskSchema, removeDeskSchema } from "@/lib/incidents/desks/schema";
import { createTaskTemplate, deleteTaskTemplate } from "@/lib/incidents/tasks/commands";
import { createTaskTemplateSchema, deleteTaskTemplateSchema } from "@/lib/incidents/tasks/schema";

const shown = () => revalidatePath("/admin/incident-rules");

export const createIncidentRuleAction = formAction(
  createIncidentRuleSchema,
  async (actor, input) => {
    await createIncidentRule(actor, input);
    shown();
    return "Đã thêm quy tắc hạn.";
  },
);

export const saveIncidentRuleAction = formAction(saveIncidentRuleSchema, async (actor, input) => {
  await saveIncidentRule(actor, input);
  shown();
  return "Đã lưu quy tắc hạn.";
});

export const deleteIncidentRuleAction = formAction(
  deleteIncidentRuleSchema,
  async (actor, input) => {
    await deleteIncidentRule(actor, input);
    shown();
  },
);

export const createTaskTemplateAction = formAction(
  createTaskTemplateSchema,
  async (actor, input) => {
    await createTaskTemplate(actor, input);
    shown();
    return "Đã thêm việc mẫu.";
  },
);

export const deleteTaskTemplateAction = formAction(
  deleteTaskTemplateSchema,
  async (actor, input) => {
    await deleteTaskTemplate(actor, input);
    shown();
  },
);

export const addDeskAction = formAction(addDeskSchema, async (actor, input) => {
  await addDesk(actor, input);
  shown();
  return "Đã thêm đơn vị.";
});

export const removeDeskAction = formAction(removeDeskSchema, async (actor, input) => {
  await removeDesk(actor, input);
  shown();
});
