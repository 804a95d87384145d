import { z } from "zod";
import { incidentKinds, incidentStates, optionalId } from "../schema";

export const addTaskSchema = z.object({
  incidentId: z.uuid(),
  requestId: z.uuid(),
  text: z.string().trim().min(3, "Ghi việc cần làm.").max(500, "Dài nhất 500 ký tự."),
  mandatory: z.stringbool().default(false),
});
export type AddTask = z.infer<typeof addTaskSchema>;

export const finishTaskSchema = z.object({
  incidentId: z.uuid(),
  taskId: z.uuid(),
  note: z.string().trim().max(500, "Dài nhất 500 ký tự.").default(""),
});
export type FinishTask = z.infer<typeof finishTaskSchema>;

export const assignTaskSchema = z.object({
  incidentId: z.uuid(),
  taskId: z.uuid(),
  assigneeId: optionalId,
});
export type AssignTask = z.infer<typeof assignTaskSchema>;

const templateFields = {
  kind: z.union([z.enum(incidentKinds), z.literal("").transform(() => null)], "Chọn loại sự cố."),
  phase: z.enum(incidentStates, "Chọn bước."),
  text: z.string().trim().min(3, "Ghi việc cần làm.").max(500, "Dài nhất 500 ký tự."),
  mandatory: z.stringbool().default(false),
  position: z.coerce.number().int().min(0).max(999).default(50),
};

export const createTaskTemplateSchema = z.object(templateFields);
export type CreateTaskTemplate = z.infer<typeof createTaskTemplateSchema>;

export const deleteTaskTemplateSchema = z.object({ templateId: z.uuid() });
export type DeleteTaskTemplate = z.infer<typeof deleteTaskTemplateSchema>;
