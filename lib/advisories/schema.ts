import { z } from "zod";

export const rhythms = ["urgent", "weekly", "monthly"] as const;
export type Rhythm = (typeof rhythms)[number];

export const advisorySeverities = ["low", "medium", "high", "critical"] as const;
export type AdvisorySeverity = (typeof advisorySeverities)[number];

export const handlingStates = [
  "unseen",
  "seen",
  "assessing",
  "handling",
  "done",
  "not_applicable",
  "accepted",
] as const;
export type HandlingState = (typeof handlingStates)[number];

export const ITEMS_LIMIT = 200;
export const INDICATORS_LIMIT = 1000;

export const CVE = /^CVE-\d{4}-\d{4,19}$/;

export const advisoryFilterSchema = z.object({
  show: z.enum(["open", "urgent", "exploited", "draft", "all"]).catch("open"),
  q: z.string().trim().max(200).catch(""),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});
export type AdvisoryFilter = z.infer<typeof advisoryFilterSchema>;

export const answerFilterSchema = z.object({
  state: z
    .enum([...handlingStates, "open", "late", "review"])
    .optional()
    .catch(undefined),
  q: z.string().trim().max(200).catch(""),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});
export type AnswerFilter = z.infer<typeof answerFilterSchema>;
