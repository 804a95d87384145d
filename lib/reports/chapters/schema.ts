import { z } from "zod";

const cell = z.union([z.string(), z.number(), z.null()]);

/** Where a row is looked at; `components/reports/place-href.ts` knows the address. */
const placeSchema = z.object({ kind: z.string(), params: z.record(z.string(), z.string()) });
export type Place = z.infer<typeof placeSchema>;

/** One unit, or one case, as its own rows say it. Null: this cannot be told of it. */
const rowSchema = z.object({
  name: z.string(),
  group: z.string(),
  place: placeSchema.nullable(),
  cells: z.record(z.string(), cell),
});
export type ChapterRow = z.infer<typeof rowSchema>;

const columnSchema = z.object({
  key: z.string(),
  title: z.string(),
  kind: z.enum(["text", "count", "minutes", "rate"]),
});
export type ChapterColumn = z.infer<typeof columnSchema>;

const figureSchema = z.object({
  code: z.string(),
  label: z.string(),
  kind: z.enum(["count", "minutes", "percent", "rate"]),
  /** Null: it cannot be computed, and `why` says so. */
  value: z.number().nullable(),
  why: z.string(),
  /** The rows it comes from are those where this column is not nought; empty: all. */
  column: z.string(),
});
export type Figure = z.infer<typeof figureSchema>;

/** A part of the report with the rows behind it, as they stood when they were counted. */
export const chapterSchema = z.object({
  code: z.string(),
  title: z.string(),
  columns: z.array(columnSchema),
  rows: z.array(rowSchema),
  figures: z.array(figureSchema),
  /** The same figures of an earlier campaign; null where none stands beside it. */
  earlier: z.array(figureSchema).nullable(),
  /** What was proposed to be said; what is said is in the words of the report. */
  drafted: z.string(),
});
export type Chapter = z.infer<typeof chapterSchema>;

/** Which part of the units' work is told: of a campaign, within a time, as known at a moment. */
export type Scope = { campaignId: string; from: Date; to: Date; at: Date };

/** The rows, or why there can be none. */
export type Reading = { rows: ChapterRow[] } | { why: string };

export type FigureForm = { code: string; label: string } & (
  | { count: "rows" }
  | { sum: string }
  | { share: [part: string, whole: string] }
  /** Over the rows of which both are known. */
  | { per: [part: string, whole: string]; times: number }
);

/** A chapter described: pure, one file each. Another chapter is another folder beside these. */
export type ChapterForm = {
  code: string;
  title: string;
  columns: ChapterColumn[];
  figures: FigureForm[];
  words: (figures: Map<string, Figure>, rows: ChapterRow[]) => string;
};
