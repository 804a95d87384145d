import type { Chapter, Scope } from "../chapters/schema";
import type { SynthesisKind, Words } from "./schema";

type Window = { id: string; startsAt: Date; endsAt: Date };

/** Of a campaign what has passed of it; of a day that day. Never what is still to come. */
export function scopeOf(
  { kind, day }: { kind: SynthesisKind; day: string | null },
  campaign: Window,
  at: Date,
): Scope {
  const start = day ? new Date(`${day}T00:00:00+07:00`) : campaign.startsAt;
  const end = day ? new Date(start.getTime() + 24 * 3_600_000) : campaign.endsAt;
  const from = start < at ? start : at;
  const to = end < at ? end : at;
  return { campaignId: campaign.id, from, to, at: kind === "daily" ? to : at };
}

/**
 * New figures under words that people wrote: a text that nobody touched is drafted anew, one that
 * somebody edited stays as it is.
 */
export function carryWords(words: Words, before: Chapter[], after: Chapter[]): Words {
  const drafts = new Map(before.map(({ code, drafted }) => [code, drafted]));
  const chapters = after.map(({ code, drafted }): [string, string] => {
    const said = words.chapters[code];
    return [code, said === undefined || said === drafts.get(code) ? drafted : said];
  });
  return { ...words, chapters: Object.fromEntries(chapters) };
}

/** Chapters whose words were edited and may no longer say what the figures do. */
export const editedChapters = (words: Words, chapters: Chapter[]) =>
  chapters.filter(({ code, drafted }) => (words.chapters[code] ?? drafted) !== drafted);
