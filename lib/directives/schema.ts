import { z } from "zod";

export const directiveStates = ["draft", "for_signature", "issued", "closed", "recalled"] as const;
export type DirectiveState = (typeof directiveStates)[number];

/** Out of the district's hands: its text is frozen and the addressees read it. */
export const publishedStates = ["issued", "closed", "recalled"] as const;

/** How an obligation is measured; `free` is reported by hand. */
export const measures = [
  "watch",
  "sweep",
  "advisories",
  "awareness",
  "infrastructure",
  "blocking",
  "complaints",
  "authority_requests",
  "free",
] as const;
export type Measure = (typeof measures)[number];

export const directiveFilterSchema = z.object({
  state: z.enum(directiveStates).optional().catch(undefined),
  q: z.string().trim().max(200).catch(""),
  /** Keyset: the last row of the page before, as `<ISO time>_<id>`. */
  after: z
    .string()
    .regex(/^\d{4}-[\d-]+T[\d:.]+Z_[0-9a-f-]{36}$/)
    .optional()
    .catch(undefined),
});
export type DirectiveFilter = z.infer<typeof directiveFilterSchema>;

const seenVersion = { directiveId: z.uuid(), version: z.coerce.number().int().min(1) };

export const issueDirectiveSchema = z.object({
  ...seenVersion,
  number: z.coerce
    .number("Nhập số văn bản bằng chữ số.")
    .int("Nhập số văn bản bằng chữ số.")
    .min(1, "Số văn bản bắt đầu từ 1.")
    .max(99_999, "Số văn bản quá lớn."),
  issuedOn: z.iso.date("Chọn ngày ban hành."),
});
export type IssueDirective = z.infer<typeof issueDirectiveSchema>;

export const returnDirectiveSchema = z.object({
  ...seenVersion,
  reason: z.string().trim().min(3, "Ghi lý do để chuyên viên biết cần sửa gì.").max(2_000),
});
export type ReturnDirective = z.infer<typeof returnDirectiveSchema>;

export const withdrawDirectiveSchema = z.object(seenVersion);
export type WithdrawDirective = z.infer<typeof withdrawDirectiveSchema>;

export const closeDirectiveSchema = z.object({ directiveId: z.uuid() });
export type CloseDirective = z.infer<typeof closeDirectiveSchema>;

export const attachSignedFileSchema = z.object({
  directiveId: z.uuid(),
  file: z.instanceof(File, { message: "Chọn tệp PDF đã ký." }),
});
