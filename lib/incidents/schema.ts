import { z } from "zod";
import { evidenceFiles } from "@/lib/directives/assignments/schema";
import { parseLocal } from "@/lib/time";

/** What whoever reports it sees; each has its card of first steps. */
export const incidentSigns = [
  "data_encryption",
  "defacement",
  "phishing",
  "malware",
  "dos",
  "unauthorized_access",
  "data_leak",
  "harmful_information",
  "other",
] as const;
export type IncidentSign = (typeof incidentSigns)[number];

/** The ten kinds of Mẫu 05 (TT 20/2017), in its order. */
export const incidentKinds = [
  "dos",
  "phishing",
  "malware",
  "unauthorized_access",
  "defacement",
  "data_encryption",
  "data_destruction",
  "espionage",
  "combined",
  "other",
] as const;
export type IncidentKind = (typeof incidentKinds)[number];

export const incidentStates = [
  "received",
  "verified",
  "containing",
  "eradicating",
  "recovering",
  "review",
  "closed",
  "rejected",
  "merged",
] as const;
export type IncidentState = (typeof incidentStates)[number];

/** The district's own scale; the law knows none. */
export const severities = ["low", "medium", "high", "critical"] as const;
export type Severity = (typeof severities)[number];

/** QĐ 05/2017 Đ9. */
export const statutoryClasses = ["ordinary", "serious"] as const;
export type StatutoryClass = (typeof statutoryClasses)[number];

/** Traffic Light Protocol 2.0. */
export const tlps = ["clear", "green", "amber", "amber_strict", "red"] as const;
export type Tlp = (typeof tlps)[number];

export const incidentParts = ["reporter", "handler", "police", "support", "merged"] as const;
export type IncidentPart = (typeof incidentParts)[number];

export const WORDS_LIMIT = 4000;

const words = (limit = WORDS_LIMIT) => z.string().trim().max(limit, `Dài nhất ${limit} ký tự.`);

/** What a form's `datetime-local` sent, as an instant of the district. */
export const localTime = z.string("Chọn ngày giờ.").transform((text, ctx) => {
  const at = parseLocal(text);
  if (at) return at;
  ctx.addIssue({ code: "custom", message: "Ngày giờ chưa đúng." });
  return z.NEVER;
});

export const optionalId = z.union([z.literal("").transform(() => null), z.uuid()]).nullish();

export const phoneWords = z
  .string()
  .trim()
  .regex(/^$|^[+\d][\d .-]{6,18}$/, "Số điện thoại gồm 7 đến 15 chữ số.")
  .default("");

export const reportIncidentSchema = z.object({
  /** Made by the form: the same report sent twice is one case. */
  incidentId: z.uuid(),
  sign: z.enum(incidentSigns, "Chọn điều đang thấy."),
  what: words().default(""),
  place: words(300).min(2, "Ghi máy, hệ thống hoặc nơi xảy ra."),
  detectedAt: localTime,
  contactPhone: phoneWords,
  informantName: words(100).default(""),
  informantPhone: phoneWords,
  /** Whose systems are hit, when the district reports for a unit. */
  unitId: optionalId,
  logEntryId: optionalId,
  injectId: optionalId,
  files: evidenceFiles,
});
export type ReportIncident = z.infer<typeof reportIncidentSchema>;

export const standings = ["open", "overdue", "escalated", "done", "all"] as const;

export const incidentFilterSchema = z.object({
  show: z.enum(standings).catch("open"),
  state: z.enum(incidentStates).optional().catch(undefined),
  kind: z.enum(incidentKinds).optional().catch(undefined),
  severity: z.enum(severities).optional().catch(undefined),
  unit: z.uuid().optional().catch(undefined),
  drill: z.uuid().optional().catch(undefined),
  view: z.enum(["list", "board"]).catch("list"),
  sort: z.enum(["newest", "due", "severity"]).catch("newest"),
  q: z.string().trim().max(200).catch(""),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});
export type IncidentFilter = z.infer<typeof incidentFilterSchema>;

/** Which case, as it was on the screen. */
export const seenCase = { incidentId: z.uuid(), version: z.coerce.number().int().min(1) };
