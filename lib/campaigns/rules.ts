import { daysBetween, formatDay, localInput, parseLocal } from "@/lib/time";
import { addDays, isTetEve, lunarDay, solarDay, tetEve, yearName } from "./calendar/rules";
import type { CampaignPlan, CampaignState, Occasion } from "./schema";

/** The instants from which a campaign's state is read. */
export type Lived = { openedAt: Date | null; closedAt: Date | null };

export function campaignState({ openedAt, closedAt }: Lived): CampaignState {
  if (closedAt) return "closed";
  return openedAt ? "running" : "planned";
}

/** Something that should have been done by now, for whoever may do it; null: nothing. */
export function campaignLapse(
  campaign: Lived & { startsAt: Date; endsAt: Date },
  at: Date,
): "unopened" | "unclosed" | null {
  const state = campaignState(campaign);
  if (state === "planned" && campaign.startsAt <= at) return "unopened";
  if (state === "running" && campaign.endsAt <= at) return "unclosed";
  return null;
}

/** Two that begin on one day, as 3/2 and giao thừa did in 1992, keep an order of their own. */
export const inOrder = (a: Occasion, b: Occasion) =>
  a.firstOn.localeCompare(b.firstOn) ||
  a.lastOn.localeCompare(b.lastOn) ||
  a.kind.localeCompare(b.kind);

/** The year a campaign is spoken of by: that of its first occasion, else of its start. */
export const campaignYear = (plan: Pick<CampaignPlan, "occasions" | "startsAt">) =>
  Number((firstDay(plan.occasions) ?? plan.startsAt).slice(0, 4));

/** A campaign in the form in which it is edited. */
export function asPlan(row: {
  name: string;
  purpose: string;
  startsAt: Date;
  endsAt: Date;
  occasions: CampaignPlan["occasions"];
}): CampaignPlan {
  const { name, purpose, startsAt, endsAt, occasions } = row;
  return { name, purpose, startsAt: localInput(startsAt), endsAt: localInput(endsAt), occasions };
}

/** A campaign of one's own, without a template. */
export const emptyPlan = (year: number): CampaignPlan => ({
  name: "",
  purpose: "",
  startsAt: `${year}-01-01T07:00`,
  endsAt: `${year}-01-03T17:00`,
  occasions: [],
});

/** The civil days a campaign covers: half-open in time, so an end at midnight is the day before. */
export function windowDays({ startsAt, endsAt }: { startsAt: Date; endsAt: Date }) {
  const last = new Date(endsAt.getTime() - 1);
  return { firstOn: localInput(startsAt).slice(0, 10), lastOn: localInput(last).slice(0, 10) };
}

/** The date in that year; a lunar one is sought where it falls within the civil year. */
export function yearlyDay(
  year: number,
  { calendar, month, day }: { calendar: string; month: number; day: number },
): string {
  if (calendar === "solar") return solarDate(year, month, day);
  const inYear = [year - 1, year]
    .map((lunarYear) => lunarDate(lunarYear, month, day))
    .find((found) => found?.startsWith(String(year)));
  const found = inYear ?? lunarDate(year, month, day);
  if (!found) throw new RangeError(`No ${day}/${month} is known in ${year}.`);
  return found;
}

/** An occasion as it comes round `by` years later: same lunar or same civil date, same length. */
export function repeatOccasion(occasion: Occasion, by: number): Occasion {
  const firstOn = repeatDay(occasion, by);
  const lastOn = addDays(firstOn, daysBetween(occasion.firstOn, occasion.lastOn));
  // Tết Nguyên đán Ất Tỵ is followed by Tết Nguyên đán Bính Ngọ.
  const [before, after] = [occasion.lastOn, lastOn].map((day) => yearName(lunarDay(day).year));
  const name = occasion.name.replace(before ?? "", after ?? "");
  return { ...occasion, name, firstOn, lastOn };
}

/** The whole plan in another year: its window keeps its distance to the first and last occasion. */
export function repeatPlan(plan: CampaignPlan, year: number): CampaignPlan {
  const from = campaignYear(plan);
  const by = year - from;
  // 3/2 comes after Tết in one year and before it in another.
  const occasions = plan.occasions
    .map((occasion) => repeatOccasion(occasion, by))
    .toSorted(inOrder);
  const shift = (local: string, before?: string, after?: string) => {
    const day = local.slice(0, 10);
    const days = before && after ? daysBetween(before, after) : daysBetween(day, yearOn(day, by));
    return `${addDays(day, days)}${local.slice(10)}`;
  };
  return {
    ...plan,
    name: renameYear(plan.name, from, year),
    startsAt: shift(plan.startsAt, firstDay(plan.occasions), firstDay(occasions)),
    endsAt: shift(plan.endsAt, lastDay(plan.occasions), lastDay(occasions)),
    occasions,
  };
}

/** Moves a deadline as far as the nearest fixed day of its campaign moved; the hour stays. */
export function shiftDeadline(dueAt: Date, from: CampaignPlan, to: CampaignPlan): Date {
  const local = localInput(dueAt);
  const due = local.slice(0, 10);
  const moves = anchors(from, to);
  const nearest = moves.toSorted(
    (a, b) => Math.abs(daysBetween(a.day, due)) - Math.abs(daysBetween(b.day, due)),
  )[0];
  if (!nearest) return dueAt;
  const moved = addDays(nearest.target, daysBetween(nearest.day, due));
  return parseLocal(`${moved}${local.slice(10)}`) ?? dueAt;
}

/** `25/01/2025`, of a civil day. */
export const formatCivilDay = (day: string) => formatDay(new Date(`${day}T12:00:00+07:00`));

/** Fixed days of the one plan beside those of the other; an occasion without its like has none. */
function anchors(from: CampaignPlan, to: CampaignPlan) {
  const pair = (day: string, target: string) => ({
    day: day.slice(0, 10),
    target: target.slice(0, 10),
  });
  const ofOccasions = from.occasions.flatMap((occasion, index) => {
    const nth = from.occasions.slice(0, index).filter(({ kind }) => kind === occasion.kind).length;
    const like = to.occasions.filter(({ kind }) => kind === occasion.kind)[nth];
    if (!like) return [];
    return [pair(occasion.firstOn, like.firstOn), pair(occasion.lastOn, like.lastOn)];
  });
  return [pair(from.startsAt, to.startsAt), pair(from.endsAt, to.endsAt), ...ofOccasions];
}

function repeatDay({ calendar, firstOn }: Occasion, by: number) {
  if (calendar === "solar") return yearOn(firstOn, by);
  const lunar = lunarDay(firstOn);
  // The eve moves with Tết: it is the 29th of Chạp in one year and the 30th in another.
  if (isTetEve(firstOn)) return tetEve(lunar.year + 1 + by);
  return lunarDate(lunar.year + by, lunar.month, lunar.day) ?? yearOn(firstOn, by);
}

const yearOn = (day: string, by: number) =>
  solarDate(Number(day.slice(0, 4)) + by, Number(day.slice(5, 7)), Number(day.slice(8)));

/** 29/2 is 28/2 in most years. */
function solarDate(year: number, month: number, day: number) {
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1, Math.min(day, last))).toISOString().slice(0, 10);
}

/** A 30th is the 29th where the month has no more days. */
function lunarDate(year: number, month: number, day: number) {
  const ofDay = (date: number) => solarDay({ day: date, month, year, leap: false });
  return ofDay(day) ?? ofDay(day - 1);
}

const firstDay = (occasions: Occasion[]) => occasions.map(({ firstOn }) => firstOn).toSorted()[0];
const lastDay = (occasions: Occasion[]) =>
  occasions
    .map(({ lastOn }) => lastOn)
    .toSorted()
    .at(-1);

function renameYear(name: string, from: number, to: number) {
  const renamed = name
    .replaceAll(String(from), String(to))
    .replaceAll(yearName(from), yearName(to));
  return renamed === name && from !== to ? `${name} ${to}` : renamed;
}
