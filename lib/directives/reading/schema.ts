import { z } from "zod";

/** How an obligation can be measured; `free` is judged by the officer alone. */
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

/** What the reading could not settle; the officer looks at these before anything else. */
export const doubtfulFields = [
  "number",
  "symbol",
  "place",
  "date",
  "issuer",
  "subject",
  "basis",
  "addressees",
  "sections",
  "recipients",
  "deadlines",
  "signer",
  "copies",
] as const;
export type DoubtfulField = (typeof doubtfulFields)[number];

const isoDay = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

/** `2025-01-15` when only a day is stated, `2025-01-15T14:00:00+07:00` when an hour is. */
export const statedDeadlineSchema = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}:00\+07:00)?$/);

const basisSchema = z.object({
  number: z.string().nullable(),
  date: isoDay.nullable(),
  issuer: z.string().nullable(),
});
export type Basis = z.infer<typeof basisSchema>;

const obligationSchema = z.object({
  text: z.string().min(1),
  measures: z.array(z.enum(measures)).min(1),
  dueAt: statedDeadlineSchema.nullable(),
});
export type ReadObligation = z.infer<typeof obligationSchema>;

const sectionSchema = z.object({
  heading: z.string().nullable(),
  recipients: z.array(z.string().min(1)),
  obligations: z.array(obligationSchema).min(1),
});
export type ReadSection = z.infer<typeof sectionSchema>;

const supportContactSchema = z.object({ name: z.string().nullable(), phone: z.string().min(3) });
export type SupportContact = z.infer<typeof supportContactSchema>;

const signerSchema = z.object({
  authority: z.string().nullable(),
  position: z.string().nullable(),
  name: z.string().nullable(),
});
export type Signer = z.infer<typeof signerSchema>;

/** The part of a reading that other programs are given. */
export const directiveContentSchema = z.object({
  number: z.string().nullable(),
  symbol: z.string().nullable(),
  place: z.string().nullable(),
  date: isoDay.nullable(),
  issuer: z.string().nullable(),
  subject: z.string().nullable(),
  basis: z.array(basisSchema),
  addressees: z.array(z.string().min(1)),
  sections: z.array(sectionSchema),
  supportContacts: z.array(supportContactSchema),
  signer: signerSchema,
  copies: z.array(z.string().min(1)),
});
export type DirectiveContent = z.infer<typeof directiveContentSchema>;

export const directiveReadingSchema = directiveContentSchema.extend({
  /** `CHỈ THỊ`, `KẾ HOẠCH` …; null for a công văn, which bears no type. */
  type: z.string().nullable(),
  /** The body above the issuer, when one is printed. */
  superior: z.string().nullable(),
  /** Month and year of a draft whose day is still blank. */
  datePartial: z.object({ month: z.number().nullable(), year: z.number().nullable() }).nullable(),
  doubts: z.array(z.enum(doubtfulFields)),
});
export type DirectiveReading = z.infer<typeof directiveReadingSchema>;
