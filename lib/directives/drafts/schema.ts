import { z } from "zod";
import { recurrenceSchema } from "../periodic/schema";
import { measures } from "../schema";

const line = (limit: number) => z.string().trim().max(limit);

export const recipientSchema = z.object({ kind: z.enum(["group", "unit"]), id: z.uuid() });
export type Recipient = z.infer<typeof recipientSchema>;

const obligationSchema = z.object({
  text: line(10_000).min(1, "Nhiệm vụ còn trống."),
  measures: z.array(z.enum(measures)).max(9),
  /** District time as the browser's field gives it, `2025-01-20T17:00`; null: no deadline. */
  dueAt: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/, "Thời hạn chưa đúng.")
    .nullable(),
  /** Asked for again and again; null: once. */
  recurrence: recurrenceSchema.nullish(),
  /** Who works beside those whom the section binds. */
  cooperators: z.array(recipientSchema).max(100).optional(),
  /** The obligation of the replaced directive that this one continues. */
  replacesId: z.uuid().nullish(),
});

const sectionSchema = z.object({
  heading: line(1_000),
  recipients: z.array(recipientSchema).max(500),
  obligations: z.array(obligationSchema).max(100),
});

/** A directive as an officer edits it: what was read, corrected, with deadlines and recipients. */
export const draftSchema = z.object({
  number: z.coerce.number().int().min(1).max(99_999).nullable().catch(null),
  symbol: line(60),
  place: line(100),
  issuedOn: z.iso.date().nullable().catch(null),
  subject: line(1_000).min(5, "Trích yếu cần ít nhất 5 ký tự."),
  basis: z
    .array(
      z.object({
        number: line(60).nullable(),
        date: z.iso.date().nullable().catch(null),
        issuer: line(300).nullable(),
      }),
    )
    .max(50),
  addressees: z.array(line(500)).max(100),
  copies: z.array(line(500)).max(100),
  supportContacts: z
    .array(z.object({ name: line(300).nullable(), phone: line(40).nullable() }))
    .max(20),
  signerAuthority: line(200),
  signerPosition: line(200),
  signerName: line(200),
  sections: z.array(sectionSchema).max(60),
  doubts: z.array(line(60)).max(40).default([]),
  /** The campaign it serves; left out: none. No part of the text. */
  campaignId: z.uuid().optional(),
});
export type Draft = z.infer<typeof draftSchema>;

const draftText = z
  .string()
  .transform((text, context) => {
    try {
      return JSON.parse(text) as unknown;
    } catch {
      context.addIssue({ code: "custom", message: "Dự thảo gửi lên bị hỏng, hãy thử lại." });
      return z.NEVER;
    }
  })
  .pipe(draftSchema);

/** `submit` saves and sends for signature in one step. */
const intent = z.enum(["save", "submit"]).default("save");

export const createDraftSchema = z.object({
  requestId: z.uuid(),
  intent,
  sourceText: z.string().max(2_000_000),
  sourceFileId: z.uuid().optional().catch(undefined),
  draft: draftText,
});
export type CreateDraft = z.infer<typeof createDraftSchema>;

export const saveDraftSchema = z.object({
  directiveId: z.uuid(),
  version: z.coerce.number().int().min(1),
  intent,
  draft: draftText,
});
export type SaveDraft = z.infer<typeof saveDraftSchema>;

export const deleteDraftSchema = z.object({ directiveId: z.uuid() });
export type DeleteDraft = z.infer<typeof deleteDraftSchema>;
