import { isoDay } from "@/lib/time";

type Window = { startsAt: Date; endsAt: Date };

/** First and last day of a window of instants, as calendar days; its end itself is outside. */
export const daysOf = ({ startsAt, endsAt }: Window) => ({
  firstOn: isoDay(startsAt),
  lastOn: isoDay(new Date(endsAt.getTime() - 1)),
});

/** Per 1,000 residents; null where the number of residents or of attendances is not known. */
export const perThousand = (reach: number | null, population: number | null) =>
  reach === null || population === null || population <= 0 ? null : (1000 * reach) / population;

/** The sum of what is known, and of how many nothing is. None known: there is no sum. */
export function sumKnown(values: readonly (number | null)[]) {
  const known = values.filter((value) => value !== null);
  return {
    sum: known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0),
    unknown: values.length - known.length,
  };
}

/** A date as the database keeps a calendar day. */
export const dateOf = (day: string) => new Date(`${day}T00:00:00Z`);

/** The calendar day of a date column. */
export const dayOf = (date: Date) => date.toISOString().slice(0, 10);
