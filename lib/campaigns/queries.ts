import "server-only";

import type { Actor } from "@/lib/auth/actor";
import { db, type Prisma } from "@/lib/db";
import { visibleDirectives } from "@/lib/directives/policy";
import { countProgress, type Progress } from "@/lib/directives/queries";
import { isoDay, now } from "@/lib/time";
import { listDeadlineRules } from "./deadlines/queries";
import { inForce } from "./deadlines/rules";
import { visibleCampaigns } from "./policy";
import { campaignLapse, campaignState, windowDays } from "./rules";
import { type CampaignFilter, type CampaignState, calendars, occasionKinds } from "./schema";

const PAGE_SIZE = 20;
const CHOICES = 30;
const DIRECTIVES = 200;

/** Newest first, with how far each one's directives are. `next` is `after` of the following page. */
export async function listCampaigns(actor: Actor, filter: CampaignFilter) {
  const found = await db.campaign.findMany({
    where: {
      AND: [
        visibleCampaigns(actor),
        filter.state ? inState[filter.state] : {},
        filter.after ? before(filter.after) : {},
      ],
    },
    select: { ...life, id: true, name: true, occasions: occasionColumns },
    orderBy: [{ startsAt: "desc" }, { id: "desc" }],
    take: PAGE_SIZE + 1,
  });
  const page = found.slice(0, PAGE_SIZE);
  const figures = await figuresOf(
    actor,
    page.map(({ id }) => id),
  );
  const last = found.length > PAGE_SIZE ? page.at(-1) : undefined;
  return {
    rows: page.map((row) => ({
      ...described(row),
      figures: figures.get(row.id) ?? { ...NOTHING },
    })),
    next: last ? `${last.startsAt.toISOString()}_${last.id}` : null,
  };
}

export type CampaignRow = Awaited<ReturnType<typeof listCampaigns>>["rows"][number];

export async function countCampaigns(actor: Actor) {
  const count = (state: CampaignState) =>
    db.campaign.count({ where: { AND: [visibleCampaigns(actor), inState[state]] } });
  const [running, planned, closed] = await Promise.all([
    count("running"),
    count("planned"),
    count("closed"),
  ]);
  return { running, planned, closed };
}

/** One campaign with its occasions and who opened and closed it; null when not visible. */
export async function findCampaign(actor: Actor, id: string) {
  const row = await db.campaign.findFirst({
    where: { id, AND: visibleCampaigns(actor) },
    select: {
      ...life,
      id: true,
      name: true,
      purpose: true,
      version: true,
      editedAt: true,
      occasions: occasionColumns,
      createdBy: { select: { fullName: true } },
      editedBy: { select: { fullName: true } },
      openedBy: { select: { fullName: true } },
      closedBy: { select: { fullName: true } },
      clonedFrom: { select: { id: true, name: true } },
    },
  });
  return row ? described(row) : null;
}

export type CampaignView = NonNullable<Awaited<ReturnType<typeof findCampaign>>>;

/** The directives of a campaign that the actor may see, with how far each is. */
export async function listCampaignDirectives(actor: Actor, campaignId: string) {
  const rows = await db.directive.findMany({
    where: { campaignId, AND: visibleDirectives(actor) },
    select: {
      id: true,
      state: true,
      number: true,
      symbol: true,
      subject: true,
      issuedOn: true,
      issuedAt: true,
    },
    orderBy: [{ issuedAt: { sort: "desc", nulls: "first" } }, { id: "desc" }],
    take: DIRECTIVES,
  });
  const progress = await countProgress(
    actor,
    rows.map(({ id }) => id),
  );
  return rows.map((row) => ({ ...row, progress: progress.get(row.id) ?? null }));
}

export type CampaignDirective = Awaited<ReturnType<typeof listCampaignDirectives>>[number];

/** Campaigns a draft can be put into, with the deadline rules that hold in each. */
export async function listCampaignChoices(actor: Actor) {
  const [campaigns, rules] = await Promise.all([
    db.campaign.findMany({
      where: { AND: [visibleCampaigns(actor), { closedAt: null }] },
      select: { ...life, id: true, name: true, occasions: occasionColumns },
      orderBy: [{ startsAt: "desc" }, { id: "desc" }],
      take: CHOICES,
    }),
    listDeadlineRules(actor),
  ]);
  return campaigns.map((campaign) => {
    const { firstOn: startsOn, lastOn: endsOn } = windowDays(campaign);
    const occasions = campaign.occasions.map(readOccasion);
    return {
      id: campaign.id,
      name: campaign.name,
      days: { startsOn, endsOn, occasions },
      rules: rules.filter((rule) => inForce(rule, startsOn)),
    };
  });
}

export type CampaignChoice = Awaited<ReturnType<typeof listCampaignChoices>>[number];

/** What touches these civil days, first and last included: for a calendar. */
export async function listCampaignsBetween(actor: Actor, firstOn: string, lastOn: string) {
  const rows = await db.campaign.findMany({
    where: {
      AND: [
        visibleCampaigns(actor),
        { startsAt: { lt: new Date(`${lastOn}T24:00:00+07:00`) } },
        { endsAt: { gt: new Date(`${firstOn}T00:00:00+07:00`) } },
      ],
    },
    select: { ...life, id: true, name: true, occasions: occasionColumns },
    orderBy: [{ startsAt: "asc" }, { id: "asc" }],
    take: CHOICES,
  });
  return rows.map((row) => ({ ...described(row), ...windowDays(row) }));
}

export type CalendarCampaign = Awaited<ReturnType<typeof listCampaignsBetween>>[number];

const NOTHING = { directives: 0, total: 0, accepted: 0, reported: 0, overdue: 0 };
type Figures = Progress & { directives: number };

/** Sums over the directives an actor may see; a unit's share is its own. */
async function figuresOf(actor: Actor, campaignIds: string[]) {
  const directives = await db.directive.findMany({
    where: { campaignId: { in: campaignIds }, AND: visibleDirectives(actor) },
    select: { id: true, campaignId: true },
  });
  const progress = await countProgress(
    actor,
    directives.map(({ id }) => id),
  );
  const figures = new Map<string, Figures>();
  for (const { id, campaignId } of directives) {
    const sum = figures.get(campaignId ?? "") ?? { ...NOTHING };
    const { total, accepted, reported, overdue } = progress.get(id) ?? NOTHING;
    sum.directives += 1;
    sum.total += total;
    sum.accepted += accepted;
    sum.reported += reported;
    sum.overdue += overdue;
    figures.set(campaignId ?? "", sum);
  }
  return figures;
}

const life = { startsAt: true, endsAt: true, openedAt: true, closedAt: true } as const;

export const occasionColumns = {
  orderBy: { position: "asc" },
  select: { kind: true, name: true, calendar: true, firstOn: true, lastOn: true },
} as const;

type OccasionRow = { kind: string; name: string; calendar: string; firstOn: Date; lastOn: Date };

/** A kind that a later version wrote is an occasion of its own. */
export const readOccasion = ({ kind, name, calendar, firstOn, lastOn }: OccasionRow) => ({
  kind: occasionKinds.find((one) => one === kind) ?? "own",
  name,
  calendar: calendars.find((one) => one === calendar) ?? "solar",
  firstOn: isoDay(firstOn),
  lastOn: isoDay(lastOn),
});

type Living = {
  startsAt: Date;
  endsAt: Date;
  openedAt: Date | null;
  closedAt: Date | null;
  occasions: OccasionRow[];
};

function described<Row extends Living>(row: Row) {
  const { occasions, ...rest } = row;
  return {
    ...rest,
    occasions: occasions.map(readOccasion),
    state: campaignState(row),
    lapse: campaignLapse(row, now()),
  };
}

const inState: Record<CampaignState, Prisma.CampaignWhereInput> = {
  planned: { openedAt: null },
  running: { openedAt: { not: null }, closedAt: null },
  closed: { closedAt: { not: null } },
};

function before(cursor: string): Prisma.CampaignWhereInput {
  const [time = "", id = ""] = cursor.split("_");
  const startsAt = new Date(time);
  return { OR: [{ startsAt: { lt: startsAt } }, { startsAt, id: { lt: id } }] };
}
