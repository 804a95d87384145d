import { z } from "zod";

export const synthesisKinds = ["daily", "final"] as const;
export type SynthesisKind = (typeof synthesisKinds)[number];

export const buildSynthesisSchema = z
  .object({
    requestId: z.uuid(),
    kind: z.enum(synthesisKinds),
    campaignId: z.uuid("Chọn đợt cao điểm."),
    /** Of a daily report: which day. */
    day: z.union([z.literal("").transform(() => null), z.iso.date("Chọn ngày.")]).default(null),
    comparedId: z.union([z.literal("").transform(() => null), z.uuid()]).default(null),
  })
  .refine(({ kind, day }) => kind === "final" || day !== null, {
    path: ["day"],
    message: "Chọn ngày báo cáo.",
  });
export type BuildSynthesis = z.infer<typeof buildSynthesisSchema>;

const line = (limit: number) => z.string().trim().max(limit, `Dài nhất ${limit} ký tự.`);
const text = line(10_000).default("");

/** What is said, beside the figures; one text a chapter, by its code. */
export const wordsSchema = z.object({
  subject: line(400).min(5, "Ghi trích yếu."),
  symbol: line(40),
  place: line(80),
  addressees: line(1_000).min(3, "Ghi nơi gửi."),
  opening: text,
  chapters: z.record(z.string(), z.string().max(10_000)),
  difficulties: text,
  proposals: text,
  copies: line(2_000),
  authority: line(100),
  position: line(100),
  signer: line(100),
});
export type Words = z.infer<typeof wordsSchema>;

const seen = { synthesisId: z.uuid(), edition: z.coerce.number().int().min(1) };

/** The texts of the chapters arrive as two lists beside each other, as a form has them. */
export const saveSynthesisSchema = wordsSchema
  .omit({ chapters: true })
  .extend({
    ...seen,
    requestId: z.uuid(),
    chapterCodes: z.array(z.string().max(60)).default([]),
    chapterTexts: z.array(line(10_000)).default([]),
  })
  .refine(({ chapterCodes, chapterTexts }) => chapterCodes.length === chapterTexts.length)
  .transform(({ chapterCodes, chapterTexts, ...rest }) => ({
    ...rest,
    chapters: Object.fromEntries(chapterCodes.map((code, at) => [code, chapterTexts[at] ?? ""])),
  }));
export type SaveSynthesis = z.infer<typeof saveSynthesisSchema>;

export const recountSynthesisSchema = z.object({ ...seen, requestId: z.uuid() });
export type RecountSynthesis = z.infer<typeof recountSynthesisSchema>;

export const submitSynthesisSchema = z.object(seen);
export type SubmitSynthesis = z.infer<typeof submitSynthesisSchema>;

export const signSynthesisSchema = z.object({
  ...seen,
  number: z.coerce.number("Ghi số văn bản.").int().min(1, "Ghi số văn bản.").max(99_999),
  issuedOn: z.iso.date("Chọn ngày ký."),
});
export type SignSynthesis = z.infer<typeof signSynthesisSchema>;

export const synthesisFilterSchema = z.object({
  kind: z.enum(synthesisKinds).optional().catch(undefined),
  campaign: z.uuid().optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});
export type SynthesisFilter = z.infer<typeof synthesisFilterSchema>;

export const annexFilterSchema = z.object({
  figure: z.string().max(60).optional().catch(undefined),
});
