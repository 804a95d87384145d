import { z } from "zod";
import { isLeftAlone } from "../assignments/schema";

export const linkDocumentSchema = z.object({
  directiveId: z.uuid(),
  requestId: z.uuid(),
  number: z
    .string()
    .trim()
    .min(1, "Ghi số, ký hiệu văn bản, ví dụ 15/KH-UBND.")
    .max(60)
    .regex(/^\S.*$/u),
  subject: z.string().trim().min(3, "Ghi trích yếu.").max(1_000),
  issuedOn: z.iso.date("Chọn ngày ban hành."),
  file: z
    .instanceof(File)
    .optional()
    .transform((file) => (file && !isLeftAlone(file) ? file : undefined)),
});
export type LinkDocument = z.infer<typeof linkDocumentSchema>;

export const unlinkDocumentSchema = z.object({ documentId: z.uuid() });
export type UnlinkDocument = z.infer<typeof unlinkDocumentSchema>;
