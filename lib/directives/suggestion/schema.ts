import { z } from "zod";
import type { RefusalReason } from "@/lib/errors";
import { isLeftAlone } from "../assignments/schema";
import type { Draft } from "../drafts/schema";

export const readSourceSchema = z
  .object({
    text: z.string().max(2_000_000, "Văn bản dài quá 2 triệu ký tự.").default(""),
    file: z.instanceof(File).optional(),
  })
  .transform(({ text, file }) => ({ text, file: file && !isLeftAlone(file) ? file : undefined }))
  .refine(({ text, file }) => text.trim() !== "" || file, {
    path: ["text"],
    message: "Dán nội dung văn bản vào ô này, hoặc chọn tệp ở dưới.",
  });
export type ReadSource = z.infer<typeof readSourceSchema>;

/** Recipients of a section that no unit or group answers to; the officer chooses. */
export type UnmatchedRecipients = { section: number; texts: string[] };

/** A text taken apart and matched with the organisation, ready to be corrected. */
export type Suggestion = {
  draft: Draft;
  unmatched: UnmatchedRecipients[];
  /** Lines of "Kính gửi" that no section gives anything to do. */
  idle: string[];
  sourceText: string;
  sourceFileId: string | null;
};

export type SuggestionState =
  | { status: "idle" }
  | { status: "refused"; reason?: "signed-out" | RefusalReason; message: string; text: string }
  | { status: "read"; suggestion: Suggestion; requestId: string };
