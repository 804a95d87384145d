import "server-only";

import { type Actor, seesAll } from "@/lib/auth/actor";
import { db, Prisma } from "@/lib/db";
import { findMeasured } from "@/lib/directives/measured/queries";
import { standing } from "@/lib/directives/standing/policy";
import { foldVietnamese } from "@/lib/text";
import { now } from "@/lib/time";
import { keepsWatch } from "../policy";
import type { RosterState } from "../rosters/schema";
import { type DutyPost, defaultPolicy, type Span } from "../schema";
import { loadDutyPolicy } from "../settings/queries";
import { coverage, minutes, minutesOfRange, past, runs } from "./rollup/queries";
import { wallRuns } from "./rules";
import type { WallFilter } from "./schema";
import { type WatchScope, watchedUnits } from "./watched/queries";

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
export async function measureWatch(
  actor: Actor,
  campaign: WatchedCampaign,
  scope: WatchScope = {},
) {
  const { requiredPosts } = await loadDutyPolicy(db, campaign.id);
  const one = seesAll(actor) ? scope.unitId : actor.unitId;
  const [row] = await db.$queryRaw<WatchMeasure[]>`
    WITH watched AS (${watchedUnits(actor, campaign.id, scope)}),
    covered AS (${coverage(campaign.id, requiredPosts, one ? [one] : undefined)}),
    line AS (
      SELECT w.owed, w.owed * ${past()} AS past,
        c.rostered * tstzmultirange(w.owed) AS rostered,
        c.taken * tstzmultirange(w.owed * ${past()}) AS taken
      FROM watched w LEFT JOIN covered c ON c."unitId" = w."unitId"
    )
    SELECT count(*)::int AS units,
      count(*) FILTER (WHERE rostered = tstzmultirange(owed))::int AS complete,
      ${minutesOfRange(Prisma.sql`owed`)} AS "requiredMinutes",
      ${minutes(Prisma.sql`rostered`)} AS "rosteredMinutes",
      ${minutesOfRange(Prisma.sql`past`)} AS "dueMinutes",
      ${minutes(Prisma.sql`taken`)} AS "takenMinutes"
    FROM line`;
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

type UnitLine = Span & { unitId: string; name: string; phone: string | null; kindLabel: string };

/** One page of the wall: units in order of their group, with their line over the campaign. */
export async function findWall(actor: Actor, campaign: WatchedCampaign, filter: WallFilter) {
  const { requiredPosts } = await loadDutyPolicy(db, campaign.id);
  const { join, holes } = filter.only ? onlyGaps(campaign, requiredPosts) : everyUnit;
  const rows = await db.$queryRaw<UnitLine[]>`
    WITH watched AS (${watchedUnits(actor, campaign.id)})
    SELECT u.id AS "unitId", u.name, u.phone, k.label AS "kindLabel",
      lower(w.owed) AS "startsAt", upper(w.owed) AS "endsAt"
    FROM watched w JOIN "Unit" u ON u.id = w."unitId" JOIN "UnitKind" k ON k.code = u."kindCode"
    ${join}
    WHERE ${Prisma.join([...unitConditions(filter), holes], " AND ")}
    ORDER BY k.rank, k.label, u.name COLLATE "vi-x-icu", u.id
    LIMIT ${PER_PAGE + 1} OFFSET ${(filter.page - 1) * PER_PAGE}`;
  const page = rows.slice(0, PER_PAGE);
  const lines = await linesOf(campaign, page, requiredPosts);
  return { lines, hasNext: rows.length > PER_PAGE };
}

const everyUnit = { join: Prisma.empty, holes: Prisma.sql`TRUE` };

const onlyGaps = (campaign: WatchedCampaign, posts: DutyPost[]) => ({
  join: Prisma.sql`LEFT JOIN (${coverage(campaign.id, posts)}) c ON c."unitId" = u.id`,
  holes: Prisma.sql`coalesce(c.rostered, '{}') * tstzmultirange(w.owed) <> tstzmultirange(w.owed)`,
});

async function linesOf<Unit extends Span & { unitId: string }>(
  campaign: WatchedCampaign,
  units: Unit[],
  posts: DutyPost[],
) {
  const unitIds = units.map(({ unitId }) => unitId);
  const rosters = await db.$queryRaw<RosterLine[]>`
    SELECT r.id, r."unitId", r.state, ${runs(Prisma.sql`c.rostered`)} AS rostered,
      ${runs(Prisma.sql`c.taken`)} AS taken
    FROM "Roster" r LEFT JOIN (${coverage(campaign.id, posts, unitIds)}) c ON c."unitId" = r."unitId"
    WHERE r."campaignId" = ${campaign.id}::uuid AND r."unitId" = ANY (${unitIds}::uuid[])`;
  const rosterOf = new Map(rosters.map((roster) => [roster.unitId, roster]));
  const at = now();
  return units.map((unit) => {
    const roster = rosterOf.get(unit.unitId);
    const rostered = spansOf(roster?.rostered);
    const taken = spansOf(roster?.taken);
    return {
      ...unit,
      roster: roster ? { id: roster.id, state: roster.state } : null,
      runs: wallRuns(unit, { rostered, taken }, at),
    };
  });
}

type Runs = [from: number, to: number][];
type RosterLine = {
  id: string;
  unitId: string;
  state: RosterState;
  rostered: Runs | null;
  taken: Runs | null;
};

const spansOf = (runs: Runs | null | undefined): Span[] =>
  (runs ?? []).map(([from, to]) => ({ startsAt: new Date(from), endsAt: new Date(to) }));

export type WallLine = Awaited<ReturnType<typeof findWall>>["lines"][number];

/** What the directive's obligation "24/7 watch" comes to for one unit; null without a campaign. */
export async function findAssignmentWatch(actor: Actor, assignmentId: string) {
  const assignment = await db.assignment.findFirst({
    where: { id: assignmentId, ...standing, obligation: { measures: { has: "watch" } } },
    select: { unitId: true, directiveId: true },
  });
  const measured = assignment && (await findMeasured(actor, "watch", assignment));
  if (!measured) return null;
  const { campaign } = measured;
  const { unitId } = assignment;
  const { requiredPosts } = await loadDutyPolicy(db, campaign.id);
  const [measure, [unit]] = await Promise.all([
    measureWatch(actor, campaign, { unitId }),
    db.$queryRaw<(Span & { unitId: string })[]>`
      SELECT w."unitId", lower(w.owed) AS "startsAt", upper(w.owed) AS "endsAt"
      FROM (${watchedUnits(actor, campaign.id, { unitId })}) w`,
  ]);
  if (!unit) return null;
  const [line] = await linesOf(campaign, [unit], requiredPosts);
  return { campaign, measure, runs: line?.runs ?? [], rosterId: line?.roster?.id ?? null };
}

export const unitConditions = ({ q, kind }: { q: string; kind?: string }) => {
  const text = foldVietnamese(q).replace(/[\\%_]/g, "\\$&");
  return [
    Prisma.sql`TRUE`,
    ...(kind ? [Prisma.sql`u."kindCode" = ${kind}`] : []),
    ...(text
      ? [Prisma.sql`unit_search_text(u.code, u.name, u."shortName", u.aliases) LIKE ${`%${text}%`}`]
      : []),
  ];
};

export const requiredByDefault = defaultPolicy.requiredPosts;
