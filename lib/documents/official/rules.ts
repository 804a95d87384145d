import { z } from "zod";
import { attachmentHeader } from "@/lib/files/rules";
import { writePdf } from "./pdf/rules";
import type { OfficialDocument } from "./schema";
import { writeWord } from "./word/rules";

export const documentForms = ["docx", "pdf"] as const;
export type DocumentForm = (typeof documentForms)[number];
export const documentFormSchema = z.enum(documentForms);

const mediaTypes: Record<DocumentForm, string> = {
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  pdf: "application/pdf",
};

export const writeDocument = (document: OfficialDocument, form: DocumentForm): Promise<Buffer> =>
  form === "docx" ? writeWord(document) : writePdf(document);

/** The headers of a document that is saved under that name, never shown in the page's own frame. */
export const documentHeaders = (name: string, form: DocumentForm) => ({
  "Content-Type": mediaTypes[form],
  "Content-Disposition": attachmentHeader(`${fileName(name)}.${form}`),
  "X-Content-Type-Options": "nosniff",
  "Cache-Control": "private, no-store",
});

/** `Công văn 05-UBND-VH`: nothing that a file system could take for a folder. */
const fileName = (name: string) =>
  name
    .normalize("NFC")
    .replace(/[\\/]/g, "-")
    .replace(/[\p{Cc}\p{Cf}"<>|:*?]/gu, "")
    .slice(0, 120)
    .trim();
