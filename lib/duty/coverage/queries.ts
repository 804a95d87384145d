import "server-only";

import { type Actor, seesAll } from "@/lib/auth/actor";
import { db, Prisma } from "@/lib/db";
import { foldVietnamese } from "@/lib/text";
import { now } from "@/lib/time";
import { keepsWatch } from "../policy";
import { type DutyPost, defaultPolicy, type Span } from "../schema";
import { loadDutyPolicy } from "../settings/queries";
import { byUnit, wallRuns } from "./rules";
import type { WallFilter } from "./schema";

const PER_PAGE = 40;

/** Campaigns that are watched over, the one that is on first, then what comes, then what was. */
export async function listWatchedCampaigns(actor: Actor) {
  if (!seesAll(actor) && !keepsWatch(actor)) return [];
  return db.$queryRaw<(Span & { id: string; name: string })[]>`
    SELECT id, name, "startsAt", "endsAt" FROM "Campaign"
    ORDER BY "startsAt" <= ${now()}::timestamptz AND "endsAt" > ${now()}::timestamptz DESC,
             "startsAt" > ${now()}::timestamptz DESC, abs(extract(epoch FROM "startsAt" - ${now()}::timestamptz)), id
    LIMIT 12`;
}

export type WatchedCampaign = Awaited<ReturnType<typeof listWatchedCampaigns>>[number];

export type WatchMeasure = {
  units: number;
  complete: number;
  requiredMinutes: number;
  rosteredMinutes: number;
  /** Of the required time that is already past. */
  dueMinutes: number;
  takenMinutes: number;
};

/**
 * "One named person at every minute": what the campaign asks of all its units together, what is
 * rostered and what was taken. `complete = units` is the yes.
 */
export async function measureWatch(actor: Actor, campaign: WatchedCampaign, unitId?: string) {
  const { requiredPosts } = await loadDutyPolicy(db, campaign.id);
  const [row] = await db.$queryRaw<WatchMeasure[]>`
    WITH watched AS (${watchedUnits(actor, campaign.id, unitId)}),
    covered AS (${coverage(campaign, requiredPosts)})
    SELECT count(*)::int AS units,
      count(*) FILTER (WHERE isempty(${windowOf(campaign)} - coalesce(c.rostered, '{}')))::int AS complete,
      coalesce(sum(${minutes(windowOf(campaign))}), 0)::float AS "requiredMinutes",
      coalesce(sum(${minutes(Prisma.sql`c.rostered`)}), 0)::float AS "rosteredMinutes",
      coalesce(sum(${minutes(pastOf(campaign))}), 0)::float AS "dueMinutes",
      coalesce(sum(${minutes(Prisma.sql`c.taken * ${pastOf(campaign)}`)}), 0)::float AS "takenMinutes"
    FROM watched w LEFT JOIN covered c ON c."unitId" = w."unitId"`;
  return (
    row ?? {
      units: 0,
      complete: 0,
      requiredMinutes: 0,
      rosteredMinutes: 0,
      dueMinutes: 0,
      takenMinutes: 0,
    }
  );
}

type UnitLine = {
  unitId: string;
  name: string;
  phone: string | null;
  kindLabel: string;
  rosterId: string | null;
  gapMinutes: number;
};

/** One page of the wall: units in order of their group, with their line over the campaign. */
export async function findWall(actor: Actor, campaign: WatchedCampaign, filter: WallFilter) {
  const { requiredPosts } = await loadDutyPolicy(db, campaign.id);
  const rows = await db.$queryRaw<UnitLine[]>`
    WITH watched AS (${watchedUnits(actor, campaign.id)}),
    chosen AS (
      SELECT u.id AS "unitId", u.name, u.phone, k.label AS "kindLabel", k.rank
      FROM watched w JOIN "Unit" u ON u.id = w."unitId" JOIN "UnitKind" k ON k.code = u."kindCode"
      WHERE ${Prisma.join(conditions(filter), " AND ")}
    )
    ${filter.only ? onlyGaps(campaign, requiredPosts) : allOf}
    ORDER BY c.rank, c."kindLabel", c.name COLLATE "vi-x-icu", c."unitId"
    LIMIT ${PER_PAGE + 1} OFFSET ${(filter.page - 1) * PER_PAGE}`;
  const page = rows.slice(0, PER_PAGE);
  const lines = await linesOf(campaign, page, requiredPosts);
  return { lines, hasNext: rows.length > PER_PAGE };
}

const allOf = Prisma.sql`SELECT c."unitId", c.name, c.phone, c."kindLabel" FROM chosen c`;

const onlyGaps = (campaign: WatchedCampaign, posts: DutyPost[]) => Prisma.sql`
  , covered AS (${coverage(campaign, posts)})
  SELECT c."unitId", c.name, c.phone, c."kindLabel"
  FROM chosen c LEFT JOIN covered v ON v."unitId" = c."unitId"
  WHERE NOT isempty(${windowOf(campaign)} - coalesce(v.rostered, '{}'))`;

async function linesOf(campaign: WatchedCampaign, units: UnitLine[], posts: DutyPost[]) {
  const unitIds = units.map(({ unitId }) => unitId);
  const [shifts, rosters] = await Promise.all([
    db.shift.findMany({
      where: {
        unitId: { in: unitIds },
        roster: { campaignId: campaign.id },
        toEdition: null,
        publishedAt: { not: null },
        post: { in: posts },
      },
      select: { unitId: true, startsAt: true, endsAt: true, checkedInAt: true },
      orderBy: [{ startsAt: "asc" }, { id: "asc" }],
    }),
    db.roster.findMany({
      where: { unitId: { in: unitIds }, campaignId: campaign.id },
      select: { id: true, unitId: true, state: true },
    }),
  ]);
  const ofUnit = byUnit(shifts);
  const rosterOf = new Map(rosters.map((roster) => [roster.unitId, roster]));
  const at = now();
  return units.map((unit) => ({
    ...unit,
    roster: rosterOf.get(unit.unitId) ?? null,
    runs: wallRuns(campaign, ofUnit.get(unit.unitId) ?? [], at),
  }));
}

export type WallLine = Awaited<ReturnType<typeof findWall>>["lines"][number];

/** What the directive's obligation "24/7 watch" comes to for one unit; null without a campaign. */
export async function findAssignmentWatch(actor: Actor, assignmentId: string) {
  const assignment = await db.assignment.findFirst({
    where: { id: assignmentId, obligation: { measures: { has: "watch" } } },
    select: {
      unitId: true,
      directive: {
        select: { campaign: { select: { id: true, name: true, startsAt: true, endsAt: true } } },
      },
    },
  });
  const campaign = assignment?.directive.campaign;
  if (!assignment || !campaign) return null;
  if (!seesAll(actor) && actor.unitId !== assignment.unitId) return null;
  const { requiredPosts } = await loadDutyPolicy(db, campaign.id);
  const unit = {
    unitId: assignment.unitId,
    name: "",
    phone: null,
    kindLabel: "",
    rosterId: null,
    gapMinutes: 0,
  };
  const [measure, [line]] = await Promise.all([
    measureWatch(actor, campaign, assignment.unitId),
    linesOf(campaign, [unit], requiredPosts),
  ]);
  return { campaign, measure, runs: line?.runs ?? [], rosterId: line?.roster?.id ?? null };
}

/**
 * Units that must keep watch in a campaign: those whose obligation is measured by it, and those that
 * made a roster anyway. Who sees one unit alone is told of that one.
 */
export function watchedUnits(actor: Actor, campaignId: string, unitId?: string) {
  const own = keepsWatch(actor) ? actor.unitId : null;
  const asked = seesAll(actor) ? unitId : own;
  const one = asked ? Prisma.sql`AND w."unitId" = ${asked}::uuid` : Prisma.empty;
  if (!seesAll(actor) && !own) return Prisma.sql`SELECT NULL::uuid AS "unitId" WHERE FALSE`;
  return Prisma.sql`
    SELECT w."unitId" FROM (
      SELECT a."unitId" FROM "Directive" d
        JOIN "Assignment" a ON a."directiveId" = d.id JOIN "Obligation" o ON o.id = a."obligationId"
      WHERE d."campaignId" = ${campaignId}::uuid AND d.state IN ('issued', 'closed')
        AND 'watch' = ANY (o.measures)
      UNION
      SELECT r."unitId" FROM "Roster" r WHERE r."campaignId" = ${campaignId}::uuid
    ) AS w WHERE TRUE ${one}`;
}

/** Per unit the rostered time and the time that was taken, cut to the campaign. */
const coverage = (campaign: WatchedCampaign, posts: DutyPost[]) => Prisma.sql`
  SELECT s."unitId",
    range_agg(tstzrange(s."startsAt", s."endsAt")) * ${windowOf(campaign)} AS rostered,
    coalesce(range_agg(tstzrange(greatest(s."startsAt", s."checkedInAt"), s."endsAt"))
      FILTER (WHERE s."checkedInAt" < s."endsAt"), '{}') AS taken
  FROM "Shift" s JOIN "Roster" r ON r.id = s."rosterId"
  WHERE r."campaignId" = ${campaign.id}::uuid AND s."toEdition" IS NULL
    AND s."publishedAt" IS NOT NULL AND s.post = ANY (${posts}::"DutyPost"[])
  GROUP BY s."unitId"`;

const windowOf = ({ startsAt, endsAt }: Span) =>
  Prisma.sql`tstzmultirange(tstzrange(${startsAt}::timestamptz, ${endsAt}::timestamptz))`;

const pastOf = ({ startsAt, endsAt }: Span) => {
  const at = now();
  const until = at < startsAt ? startsAt : at;
  return windowOf({ startsAt, endsAt: until < endsAt ? until : endsAt });
};

const minutes = (ranges: Prisma.Sql) => Prisma.sql`
  (SELECT coalesce(sum(extract(epoch FROM upper(piece) - lower(piece))), 0) / 60
   FROM unnest(${ranges}) AS piece)`;

function conditions({ q, kind }: { q: string; kind?: string }) {
  const text = foldVietnamese(q).replace(/[\\%_]/g, "\\$&");
  return [
    Prisma.sql`TRUE`,
    ...(kind ? [Prisma.sql`u."kindCode" = ${kind}`] : []),
    ...(text
      ? [Prisma.sql`unit_search_text(u.code, u.name, u."shortName", u.aliases) LIKE ${`%${text}%`}`]
      : []),
  ];
}

export { conditions as unitConditions };

export const requiredByDefault = defaultPolicy.requiredPosts;
