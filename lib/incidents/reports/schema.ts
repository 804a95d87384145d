import { z } from "zod";

export const reportKinds = ["notice", "initial", "cause", "progress", "closing"] as const;
export type ReportKind = (typeof reportKinds)[number];

/** A form that was filled from the case, as it was sent. */
export const fileIncidentReportSchema = z.object({
  incidentId: z.uuid(),
  requestId: z.uuid(),
  kind: z.enum(reportKinds),
  reference: z.string().trim().max(100, "Dài nhất 100 ký tự.").default(""),
  content: z.record(z.string(), z.unknown()),
});
export type FileIncidentReport = z.infer<typeof fileIncidentReportSchema>;
