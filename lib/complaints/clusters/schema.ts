import { z } from "zod";
import { sourceKinds } from "../sources/schema";

export const clusterFilterSchema = z.object({
  kind: z.enum(sourceKinds).optional().catch(undefined),
  sort: z.enum(["last", "count"]).catch("last"),
  q: z.string().trim().max(200).catch(""),
  page: z.coerce.number().int().min(1).max(200).catch(1),
});
export type ClusterFilter = z.infer<typeof clusterFilterSchema>;

export const warnOfSourceSchema = z.object({
  /** Made by the form: one tap, however often it is sent. */
  warningId: z.uuid(),
  sourceId: z.uuid(),
  text: z.string().trim().min(10, "Ghi nội dung cảnh báo.").max(2000, "Dài nhất 2000 ký tự."),
});
export type WarnOfSource = z.infer<typeof warnOfSourceSchema>;

export const acknowledgeWarningSchema = z.object({ warningId: z.uuid() });
export type AcknowledgeWarning = z.infer<typeof acknowledgeWarningSchema>;
