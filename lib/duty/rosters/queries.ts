import "server-only";

import { type Actor, isUnitMember, seesAll } from "@/lib/auth/actor";
import { db, Prisma } from "@/lib/db";
import { foldVietnamese } from "@/lib/text";
import { now } from "@/lib/time";
import { canMakeRoster, visibleDuty } from "../policy";
import { loadDutyPolicy } from "../settings/queries";
import { readChanges } from "./editions/rules";
import { rosterGaps } from "./rules";
import { type RosterFilter, type RosterState, rosterPatternSchema } from "./schema";

const PER_PAGE = 50;

export type RosterListRow = {
  id: string;
  unitId: string;
  unitName: string;
  campaignName: string;
  startsAt: Date;
  endsAt: Date;
  state: RosterState;
  edition: number;
  shifts: number;
  people: number;
};

/** Rosters that the actor may see, those of the latest window first. */
export async function listRosters(actor: Actor, filter: RosterFilter) {
  const text = foldVietnamese(filter.q).replace(/[\\%_]/g, "\\$&");
  const conditions = [
    visible(actor),
    ...(filter.campaign ? [Prisma.sql`r."campaignId" = ${filter.campaign}::uuid`] : []),
    ...(filter.state === "draft" || filter.state === "submitted" || filter.state === "published"
      ? [Prisma.sql`r.state = ${filter.state}::"RosterState"`]
      : []),
    ...(text
      ? [Prisma.sql`unit_search_text(u.code, u.name, u."shortName", u.aliases) LIKE ${`%${text}%`}`]
      : []),
  ];
  const rows = await db.$queryRaw<RosterListRow[]>`
    SELECT r.id, r."unitId", u.name AS "unitName", c.name AS "campaignName", r."startsAt", r."endsAt",
           r.state, r.edition, s.shifts, s.people
    FROM "Roster" r JOIN "Unit" u ON u.id = r."unitId" JOIN "Campaign" c ON c.id = r."campaignId"
    CROSS JOIN LATERAL (
      SELECT count(*)::int AS shifts, count(DISTINCT "personId")::int AS people
      FROM "Shift" WHERE "rosterId" = r.id AND "toEdition" IS NULL) s
    WHERE ${Prisma.join(conditions, " AND ")}
    ORDER BY r."startsAt" DESC, u.name COLLATE "vi-x-icu", r.id
    LIMIT ${PER_PAGE + 1} OFFSET ${(filter.page - 1) * PER_PAGE}`;
  return { rows: rows.slice(0, PER_PAGE), hasNext: rows.length > PER_PAGE };
}

function visible(actor: Actor) {
  if (seesAll(actor)) return Prisma.sql`TRUE`;
  return isUnitMember(actor) ? Prisma.sql`r."unitId" = ${actor.unitId}::uuid` : Prisma.sql`FALSE`;
}

/** One roster with the shifts that stand now, its holes and its history; null when not visible. */
export async function findRoster(actor: Actor, id: string) {
  const roster = await db.roster.findFirst({
    where: { id, AND: visibleDuty(actor) },
    select: {
      id: true,
      unitId: true,
      campaignId: true,
      startsAt: true,
      endsAt: true,
      state: true,
      edition: true,
      version: true,
      pattern: true,
      publishedAt: true,
      returnedAt: true,
      returnReason: true,
      gapReason: true,
      unit: {
        select: { name: true, shortName: true, phone: true, parent: { select: { name: true } } },
      },
      campaign: {
        select: { name: true, createdBy: { select: { unit: { select: { name: true } } } } },
      },
      editions: {
        select: { number: true, at: true, byName: true, reason: true, changes: true },
        orderBy: { number: "desc" },
        take: 100,
      },
      shifts: {
        where: { toEdition: null },
        select: {
          id: true,
          personId: true,
          post: true,
          startsAt: true,
          endsAt: true,
          checkedInAt: true,
          person: { select: { name: true, title: true, phone: true } },
        },
        orderBy: [{ startsAt: "asc" }, { post: "asc" }, { id: "asc" }],
        take: 2000,
      },
    },
  });
  if (!roster) return null;
  const policy = await loadDutyPolicy(db, roster.campaignId);
  return {
    ...roster,
    policy,
    pattern: rosterPatternSchema.parse(roster.pattern),
    editions: roster.editions.map((edition) => ({
      ...edition,
      changes: readChanges(edition.changes),
    })),
    ...rosterGaps(roster, roster.shifts, policy.requiredPosts),
  };
}

export type RosterView = NonNullable<Awaited<ReturnType<typeof findRoster>>>;
export type RosterShiftView = RosterView["shifts"][number];

/** Campaigns not over yet that the actor's own unit has no roster for, soonest first. */
export function listCampaignsWithoutRoster(actor: Actor) {
  return db.campaign.findMany({
    where: { endsAt: { gt: now() }, rosters: { none: { unitId: actor.unitId } } },
    select: { id: true, name: true, startsAt: true, endsAt: true },
    orderBy: [{ startsAt: "asc" }, { id: "asc" }],
    take: 20,
  });
}

/** One living shift for the page where it is given to someone else. */
export function findRosterShift(actor: Actor, id: string) {
  return db.shift.findFirst({
    where: { id, toEdition: null, AND: visibleDuty(actor) },
    select: {
      id: true,
      rosterId: true,
      unitId: true,
      personId: true,
      post: true,
      startsAt: true,
      endsAt: true,
      person: { select: { name: true, title: true, phone: true } },
      roster: { select: { state: true, campaign: { select: { name: true } } } },
    },
  });
}

export type RosterTask = {
  campaignId: string;
  campaignName: string;
  startsAt: Date;
  /** Null: not made yet. */
  rosterId: string | null;
  state: RosterState | null;
  /** Minutes to come that nobody has, on the posts that count. */
  gapMinutes: number;
};

/** What the lead of a unit still owes: no roster, one not published, one with holes to come. */
export async function listRosterTasks(actor: Actor): Promise<RosterTask[]> {
  if (!canMakeRoster(actor, actor)) return [];
  const campaigns = await db.campaign.findMany({
    where: { endsAt: { gt: now() } },
    select: {
      id: true,
      name: true,
      startsAt: true,
      endsAt: true,
      rosters: {
        where: { unitId: actor.unitId },
        select: {
          id: true,
          state: true,
          startsAt: true,
          endsAt: true,
          shifts: {
            where: { toEdition: null, endsAt: { gt: now() } },
            select: { id: true, personId: true, post: true, startsAt: true, endsAt: true },
          },
        },
      },
    },
    orderBy: { startsAt: "asc" },
    take: 5,
  });
  const tasks = await Promise.all(
    campaigns.map(async ({ rosters: [roster], ...campaign }) => {
      const { requiredPosts } = await loadDutyPolicy(db, campaign.id);
      const startsAt = roster && roster.startsAt > now() ? roster.startsAt : now();
      const left = roster && startsAt < roster.endsAt ? { startsAt, endsAt: roster.endsAt } : null;
      return {
        campaignId: campaign.id,
        campaignName: campaign.name,
        startsAt: campaign.startsAt,
        rosterId: roster?.id ?? null,
        state: roster?.state ?? null,
        gapMinutes: roster && left ? rosterGaps(left, roster.shifts, requiredPosts).minutes : 0,
      };
    }),
  );
  return tasks.filter((task) => task.state !== "published" || task.gapMinutes > 0);
}
