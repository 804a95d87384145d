import { z } from "zod";

/** What changes on pages; a topic is what one group of tables tells, see the migration live_events. */
export const liveTopics = [
  "directives",
  "drafts",
  "duty",
  "incidents",
  "advisories",
  "awareness",
  "complaints",
  "infrastructure",
  "notices",
] as const;

export type LiveTopic = (typeof liveTopics)[number];

export const isLiveTopic = (topic: string): topic is LiveTopic =>
  liveTopics.some((one) => one === topic);

/** What a page asks to hear of; `since` is where it stood when it was drawn. */
export const liveRequestSchema = z.object({
  topics: z
    .string()
    .default("")
    .transform((text) => new Set(text.split(",").filter(isLiveTopic))),
  since: z.string().max(4_000).nullable().catch(null),
});
