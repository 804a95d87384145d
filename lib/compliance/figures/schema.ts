import { z } from "zod";

const count = z.number().int().min(0);

/** What stood beside the verdicts on a day; kept with it, so that the day can be opened again. */
export const figuresSchema = z.object({
  incidents: z.object({ open: count, escalated: count }),
  duty: z.object({ units: count, nobody: count, untaken: count }),
  overdue: z.object({ assignments: count, units: count }),
  unpatched: z.object({ holes: count, units: count }),
  infrastructure: z.object({ telcos: count, filed: count, outages: count }),
  complaints: z.object({ received: count, open: count }),
});
export type Figures = z.infer<typeof figuresSchema>;

/** Figures whose rows have a page of their own for every day; what is overdue has the page it is worked from. */
export const listedFigures = [
  "incidents",
  "duty",
  "unpatched",
  "complaints",
  "infrastructure",
] as const;
export type ListedFigure = (typeof listedFigures)[number];
