import "server-only";

import { type Actor, seesAll } from "@/lib/auth/actor";
import { db, Prisma } from "@/lib/db";
import { now } from "@/lib/time";
import { keepsWatch } from "../../policy";
import type { DutyPost } from "../../schema";
import { unitConditions } from "../queries";
import { byUnit } from "../rules";
import type { NowFilter } from "../schema";
import { standingNow } from "../standing/queries";

const PER_PAGE = 50;

type UnitNow = {
  unitId: string;
  name: string;
  phone: string | null;
  kindCode: string;
  kindLabel: string;
  /** Null: nobody is rostered now; else whether someone has taken the shift. */
  taken: boolean | null;
};

/** Who is on, of all units of the campaigns that run; those that need a call come first. */
export async function listDutyNow(actor: Actor, filter: NowFilter) {
  const where = Prisma.join(
    [
      ...unitConditions(filter),
      ...(filter.only === "nobody" ? [Prisma.sql`w.taken IS NULL`] : []),
      ...(filter.only === "untaken" ? [Prisma.sql`w.taken = FALSE`] : []),
    ],
    " AND ",
  );
  const rows = await db.$queryRaw<UnitNow[]>`
    SELECT u.id AS "unitId", u.name, u.phone, u."kindCode", k.label AS "kindLabel", w.taken
    FROM (${await standingNow(actor)}) w JOIN "Unit" u ON u.id = w."unitId"
      JOIN "UnitKind" k ON k.code = u."kindCode"
    WHERE ${where}
    ORDER BY (w.taken IS NULL) DESC, coalesce(w.taken, FALSE), k.rank, k.label,
             u.name COLLATE "vi-x-icu", u.id
    LIMIT ${PER_PAGE + 1} OFFSET ${(filter.page - 1) * PER_PAGE}`;
  const page = rows.slice(0, PER_PAGE);
  return { units: await withPeople(actor, page), hasNext: rows.length > PER_PAGE };
}

export type DutyNowRow = Awaited<ReturnType<typeof listDutyNow>>["units"][number];

/** The same in figures, by kind of unit. */
export async function summariseDutyNow(actor: Actor) {
  const kinds = await db.$queryRaw<KindNow[]>`
    SELECT k.code, k.label, w.units, w.nobody, w.untaken
    FROM "UnitKind" k JOIN (
      SELECT "kindCode", count(*)::int AS units, count(*) FILTER (WHERE taken IS NULL)::int AS nobody,
        count(*) FILTER (WHERE NOT taken)::int AS untaken
      FROM (${await standingNow(actor)}) s GROUP BY "kindCode") w ON w."kindCode" = k.code
    ORDER BY k.rank, k.label`;
  const sum = (of: (kind: KindNow) => number) => kinds.reduce((total, kind) => total + of(kind), 0);
  return {
    kinds,
    units: sum(({ units }) => units),
    nobody: sum(({ nobody }) => nobody),
    untaken: sum(({ untaken }) => untaken),
  };
}

type KindNow = { code: string; label: string; units: number; nobody: number; untaken: number };

type PersonNow = {
  id: string;
  unitId: string;
  post: DutyPost;
  startsAt: Date;
  endsAt: Date;
  checkedInAt: Date | null;
  name: string;
  title: string;
  phone: string;
};

/** Who stands on the rosters of these units this minute. In an emergency everyone may call them. */
export async function listPeopleOnDuty(actor: Actor, unitIds: string[]) {
  if (!keepsWatch(actor) && !seesAll(actor)) return [];
  return db.$queryRaw<PersonNow[]>`
    SELECT s.id, s."unitId", s.post, s."startsAt", s."endsAt", s."checkedInAt",
           p.name, p.title, p.phone
    FROM "Shift" s JOIN "DutyPerson" p ON p.id = s."personId"
    WHERE s."unitId" = ANY (${unitIds}::uuid[]) AND s."toEdition" IS NULL
      AND s."publishedAt" IS NOT NULL AND s."startsAt" <= ${now()}::timestamptz
      AND s."endsAt" > ${now()}::timestamptz
    ORDER BY s.post DESC, s."startsAt", s.id`;
}

async function withPeople(actor: Actor, units: UnitNow[]) {
  const unitIds = units.map(({ unitId }) => unitId);
  const [people, next] = await Promise.all([
    listPeopleOnDuty(actor, unitIds),
    db.$queryRaw<PersonNow[]>`
      SELECT n.* FROM unnest(${unitIds}::uuid[]) AS unit(id) CROSS JOIN LATERAL (
        SELECT s.id, s."unitId", s.post, s."startsAt", s."endsAt", s."checkedInAt",
               p.name, p.title, p.phone
        FROM "Shift" s JOIN "DutyPerson" p ON p.id = s."personId"
        WHERE s."unitId" = unit.id AND s."startsAt" > ${now()}::timestamptz
          AND s."toEdition" IS NULL AND s."publishedAt" IS NOT NULL AND s.post = 'staff'
        ORDER BY s."startsAt", s.id LIMIT 1) AS n`,
  ]);
  const onDuty = byUnit(people);
  const nextOf = new Map(next.map((person) => [person.unitId, person]));
  return units.map((unit) => ({
    ...unit,
    people: onDuty.get(unit.unitId) ?? [],
    next: nextOf.get(unit.unitId) ?? null,
  }));
}
