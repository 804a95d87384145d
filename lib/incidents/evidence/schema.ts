import { z } from "zod";
import { evidenceFiles } from "@/lib/directives/assignments/schema";

export const addEvidenceSchema = z.object({
  incidentId: z.uuid(),
  requestId: z.uuid(),
  note: z.string().trim().max(300, "Dài nhất 300 ký tự.").default(""),
  files: evidenceFiles.refine((files) => files.length > 0, "Chọn ít nhất một tệp."),
});
export type AddEvidence = z.infer<typeof addEvidenceSchema>;

/** Through whose hands a piece went. */
export const custodyActs = ["collected", "opened", "handed_over"] as const;
export type CustodyAct = (typeof custodyActs)[number];

export const handOverEvidenceSchema = z.object({
  incidentId: z.uuid(),
  evidenceId: z.uuid(),
  receiver: z.string().trim().min(3, "Ghi người nhận, đơn vị.").max(200),
  note: z.string().trim().max(300, "Dài nhất 300 ký tự.").default(""),
});
export type HandOverEvidence = z.infer<typeof handOverEvidenceSchema>;
