import "server-only";

import { type Actor, isUnitMember } from "@/lib/auth/actor";
import { db, Prisma } from "@/lib/db";
import { foldVietnamese } from "@/lib/text";
import { now } from "@/lib/time";
import { canFileSweep, canOpenSweep, canSeeAllSweeps } from "./policy";
import { coverageChange } from "./rules";
import type { SweepFilter } from "./schema";

const ROUNDS = 40;
const PER_PAGE = 50;

export type RoundRow = {
  id: string;
  campaign: string;
  number: number;
  startsAt: Date;
  dueAt: Date;
  units: number;
  filed: number;
  machines: number;
  checked: number;
  malwareFound: number;
  malwareRemoved: number;
  vulnerabilitiesFound: number;
  vulnerabilitiesFixed: number;
  hunts: number;
};

const asked = Prisma.sql`u."validTo" IS NULL AND k.home <> 'command'`;

/** Rounds, newest first: over all units for whoever sees all, else of the actor's own unit. */
export async function listSweepRounds(actor: Actor) {
  const all = canSeeAllSweeps(actor);
  if (!all && !isUnitMember(actor)) return [];
  const scope = all ? Prisma.empty : Prisma.sql`AND u.id = ${actor.unitId}::uuid`;
  return db.$queryRaw<RoundRow[]>`
    SELECT r.id, c.name AS campaign, r.number, r."startsAt", r."dueAt", t.*
    FROM (SELECT * FROM "SweepRound" ORDER BY "startsAt" DESC, id LIMIT ${ROUNDS}) r
    JOIN "Campaign" c ON c.id = r."campaignId"
    CROSS JOIN LATERAL (${totalsOf(Prisma.sql`r.id`, scope)}) t
    ORDER BY r."startsAt" DESC, r.id`;
}

/** Machines of units that have not reported count by their inventory: what is not said is not checked. */
const totalsOf = (roundId: Prisma.Sql, scope: Prisma.Sql) => Prisma.sql`
  SELECT count(*)::int AS units, count(s."unitId")::int AS filed,
    coalesce(sum(coalesce(s.servers + s.workstations, i.servers + i.workstations)), 0)::int AS machines,
    coalesce(sum(s."serversChecked" + s."workstationsChecked"), 0)::int AS checked,
    coalesce(sum(s."malwareFound"), 0)::int AS "malwareFound",
    coalesce(sum(s."malwareRemoved"), 0)::int AS "malwareRemoved",
    coalesce(sum(s."vulnerabilitiesFound"), 0)::int AS "vulnerabilitiesFound",
    coalesce(sum(s."vulnerabilitiesFixed"), 0)::int AS "vulnerabilitiesFixed",
    coalesce(sum(s.hunts), 0)::int AS hunts
  FROM "Unit" u JOIN "UnitKind" k ON k.code = u."kindCode"
  LEFT JOIN "UnitInventory" i ON i."unitId" = u.id
  LEFT JOIN "SweepResult" s ON s."unitId" = u.id AND s."roundId" = ${roundId}
  WHERE ${asked} ${scope}`;

/** One round with its totals and what the actor's unit said in it, also in the round before. */
export async function findSweepRound(actor: Actor, id: string) {
  const all = canSeeAllSweeps(actor);
  if (!all && !isUnitMember(actor)) return null;
  const round = await db.sweepRound.findUnique({
    where: { id },
    select: {
      id: true,
      number: true,
      request: true,
      startsAt: true,
      dueAt: true,
      createdBy: true,
      campaignId: true,
      campaign: { select: { name: true, closedAt: true } },
    },
  });
  if (!round) return null;
  const { unitId } = actor;
  const ofUnit = { unitId, round: { campaignId: round.campaignId } };
  const [[totals], result, previous, inventory] = await Promise.all([
    db.$queryRaw<RoundTotals[]>`${totalsOf(
      Prisma.sql`${id}::uuid`,
      all ? Prisma.empty : Prisma.sql`AND u.id = ${unitId}::uuid`,
    )}`,
    db.sweepResult.findUnique({
      where: { roundId_unitId: { roundId: id, unitId } },
      include: { editions: { orderBy: { number: "desc" }, take: 50 } },
    }),
    db.sweepResult.findFirst({
      where: { ...ofUnit, round: { campaignId: round.campaignId, number: { lt: round.number } } },
      orderBy: { round: { number: "desc" } },
    }),
    db.unitInventory.findUnique({
      where: { unitId },
      select: { servers: true, workstations: true },
    }),
  ]);
  return {
    ...round,
    totals: totals ?? null,
    result,
    change: coverageChange(result, previous),
    inventory,
    mayFile: canFileSweep(actor),
    at: now(),
  };
}

export type SweepRoundView = NonNullable<Awaited<ReturnType<typeof findSweepRound>>>;
export type RoundTotals = Omit<RoundRow, "id" | "campaign" | "number" | "startsAt" | "dueAt">;

export type SweepUnitRow = {
  unitId: string;
  name: string;
  phone: string | null;
  filedAt: Date | null;
  sweptOn: Date | null;
  sweptBy: string | null;
  servers: number | null;
  serversChecked: number | null;
  workstations: number | null;
  workstationsChecked: number | null;
  malwareFound: number | null;
  malwareRemoved: number | null;
  vulnerabilitiesFound: number | null;
  vulnerabilitiesFixed: number | null;
  hunts: number | null;
  /** What the round before covered, of what. */
  previousChecked: number | null;
  previousMachines: number | null;
};

/** Unit by unit, beside what each said in its round before. */
export async function listSweepUnits(actor: Actor, round: SweepRoundView, filter: SweepFilter) {
  if (!canSeeAllSweeps(actor)) return { rows: [], hasNext: false };
  const text = foldVietnamese(filter.q).replace(/[\\%_]/g, "\\$&");
  const rows = await db.$queryRaw<SweepUnitRow[]>`
    SELECT u.id AS "unitId", u.name, u.phone, s."filedAt", s."sweptOn", s."sweptBy",
      coalesce(s.servers, i.servers) AS servers, s."serversChecked",
      coalesce(s.workstations, i.workstations) AS workstations, s."workstationsChecked",
      s."malwareFound", s."malwareRemoved", s."vulnerabilitiesFound", s."vulnerabilitiesFixed", s.hunts,
      p."serversChecked" + p."workstationsChecked" AS "previousChecked",
      p.servers + p.workstations AS "previousMachines"
    FROM "Unit" u JOIN "UnitKind" k ON k.code = u."kindCode"
    LEFT JOIN "UnitInventory" i ON i."unitId" = u.id
    LEFT JOIN "SweepResult" s ON s."unitId" = u.id AND s."roundId" = ${round.id}::uuid
    LEFT JOIN LATERAL (
      SELECT b.* FROM "SweepResult" b JOIN "SweepRound" r ON r.id = b."roundId"
      WHERE b."unitId" = u.id AND r."campaignId" = ${round.campaignId}::uuid AND r.number < ${round.number}::int
      ORDER BY r.number DESC LIMIT 1) p ON TRUE
    WHERE ${asked} AND ${filter.only ? narrowed[filter.only] : Prisma.sql`TRUE`}
      ${text ? Prisma.sql`AND unit_search_text(u.code, u.name, u."shortName", u.aliases) LIKE ${`%${text}%`}` : Prisma.empty}
    ORDER BY u.name COLLATE "vi-x-icu", u.id
    LIMIT ${PER_PAGE + 1} OFFSET ${(filter.page - 1) * PER_PAGE}`;
  return { rows: rows.slice(0, PER_PAGE), hasNext: rows.length > PER_PAGE };
}

const narrowed: Record<NonNullable<SweepFilter["only"]>, Prisma.Sql> = {
  missing: Prisma.sql`s."unitId" IS NULL`,
  partial: Prisma.sql`s."serversChecked" + s."workstationsChecked" < s.servers + s.workstations`,
  left: Prisma.sql`(s."malwareRemoved" < s."malwareFound" OR s."vulnerabilitiesFixed" < s."vulnerabilitiesFound")`,
};

/** Campaigns a round may be opened in. */
export async function listSweepCampaigns(actor: Actor) {
  if (!canOpenSweep(actor)) return [];
  return db.campaign.findMany({
    where: { closedAt: null, endsAt: { gt: now() } },
    select: { id: true, name: true },
    orderBy: { startsAt: "asc" },
    take: 20,
  });
}

/** Rounds that the actor's unit has yet to report in. */
export async function listSweepTasks(actor: Actor) {
  if (!isUnitMember(actor)) return [];
  return db.sweepRound.findMany({
    where: { campaign: { closedAt: null }, results: { none: { unitId: actor.unitId } } },
    select: { id: true, number: true, dueAt: true, campaign: { select: { name: true } } },
    orderBy: { dueAt: "asc" },
    take: 5,
  });
}

export type SweepTask = Awaited<ReturnType<typeof listSweepTasks>>[number];
