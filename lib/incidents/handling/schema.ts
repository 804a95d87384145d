import { z } from "zod";
import {
  incidentKinds,
  incidentStates,
  optionalId,
  seenCase,
  severities,
  statutoryClasses,
  tlps,
} from "../schema";

const LIMIT = 2000;
const words = z.string().trim().max(LIMIT, `Dài nhất ${LIMIT} ký tự.`).default("");

export const takeIncidentSchema = z.object({ incidentId: seenCase.incidentId });
export type TakeIncident = z.infer<typeof takeIncidentSchema>;

export const assignIncidentSchema = z.object({
  ...seenCase,
  handlerUnitId: z.uuid("Chọn đơn vị xử lý."),
  ownerId: optionalId,
  handlerId: optionalId,
});
export type AssignIncident = z.infer<typeof assignIncidentSchema>;

export const moveIncidentSchema = z.object({
  ...seenCase,
  to: z.enum(incidentStates, "Chọn bước tiếp theo."),
  reason: words,
  cause: words,
  resolution: words,
  lessons: words,
});
export type MoveIncident = z.infer<typeof moveIncidentSchema>;

export const classifyIncidentSchema = z.object({
  ...seenCase,
  kind: z.enum(incidentKinds, "Chọn loại sự cố."),
  severity: z.enum(severities, "Chọn mức độ."),
  statutoryClass: z.enum(statutoryClasses, "Chọn phân loại theo quy định."),
  tlp: z.enum(tlps, "Chọn phạm vi chia sẻ."),
});
export type ClassifyIncident = z.infer<typeof classifyIncidentSchema>;

export const escalateIncidentSchema = z.object({
  incidentId: seenCase.incidentId,
  reason: z.string().trim().min(3, "Ghi vì sao vượt khả năng, cần giúp gì.").max(LIMIT),
});
export type EscalateIncident = z.infer<typeof escalateIncidentSchema>;

export const mergeIncidentSchema = z.object({
  ...seenCase,
  /** The code of the other, `SC-2025-0007`. */
  into: z
    .string()
    .trim()
    .toUpperCase()
    .regex(/^(SC|DT)-\d{4}-\d{1,6}$/, "Ghi mã sự cố kia, dạng SC-2025-0007."),
});
export type MergeIncident = z.infer<typeof mergeIncidentSchema>;
