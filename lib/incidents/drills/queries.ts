import "server-only";

import { type Actor, isDistrict, isUnitMember } from "@/lib/auth/actor";
import { db } from "@/lib/db";
import { readIncidents } from "../reach/queries";
import { caseCode } from "../rules";
import { visibleDrills, visibleInjects } from "./policy";
import { drillState, readiness, scoreOf } from "./rules";

const PER_PAGE = 30;
const INJECTS = 300;

export async function listDrills(actor: Actor, { page }: { page: number }) {
  const rows = await db.incidentDrill.findMany({
    where: visibleDrills(actor),
    select: {
      id: true,
      name: true,
      createdAt: true,
      startedAt: true,
      endedAt: true,
      _count: { select: { injects: { where: visibleInjects(actor) } } },
    },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    skip: (page - 1) * PER_PAGE,
    take: PER_PAGE + 1,
  });
  return {
    rows: rows.slice(0, PER_PAGE).map(({ _count, ...row }) => ({
      ...row,
      state: drillState(row),
      injects: _count.injects,
    })),
    hasNext: rows.length > PER_PAGE,
  };
}

export type DrillRow = Awaited<ReturnType<typeof listDrills>>["rows"][number];

/** One drill with the situations that the actor may know, each with how the unit reacted. */
export async function findDrill(actor: Actor, id: string) {
  const drill = await db.incidentDrill.findFirst({
    where: { id, AND: visibleDrills(actor) },
    select: { id: true, name: true, createdAt: true, startedAt: true, endedAt: true },
  });
  if (!drill) return null;
  const rows = await readIncidents(actor, (tx) =>
    tx.drillInject.findMany({
      where: { drillId: id, AND: visibleInjects(actor) },
      select: {
        id: true,
        unitId: true,
        minute: true,
        sign: true,
        text: true,
        reportMinutes: true,
        injectedAt: true,
        seenAt: true,
        unit: { select: { shortName: true } },
        incident: {
          select: {
            id: true,
            year: true,
            number: true,
            drillId: true,
            reportedAt: true,
            acknowledgedAt: true,
          },
        },
      },
      orderBy: [{ minute: "asc" }, { position: "asc" }, { id: "asc" }],
      take: INJECTS,
    }),
  );
  const onDuty = await listUnitsOnDuty(rows.map(({ id: injectId }) => injectId));
  const injects = rows.map((row) => ({
    ...row,
    code: row.incident ? caseCode(row.incident) : null,
    onDuty: onDuty.has(row.id),
    score: scoreOf({
      ...row,
      onDuty: onDuty.has(row.id),
      reportedAt: row.incident?.reportedAt ?? null,
    }),
  }));
  return {
    ...drill,
    state: drillState(drill),
    injects,
    readiness: readiness(injects.map(({ score }) => score)),
    may: { run: isDistrict(actor) },
  };
}

export type DrillView = NonNullable<Awaited<ReturnType<typeof findDrill>>>;

/** Whose unit had someone who had taken the shift when the situation came. */
async function listUnitsOnDuty(injectIds: string[]) {
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT j.id FROM "DrillInject" j
    WHERE j.id = ANY (${injectIds}::uuid[]) AND EXISTS (
      SELECT 1 FROM "Shift" s WHERE s."unitId" = j."unitId" AND s."toEdition" IS NULL
        AND s."startsAt" <= j."injectedAt" AND s."endsAt" > j."injectedAt"
        AND s."checkedInAt" <= j."injectedAt")`;
  return new Set(rows.map(({ id }) => id));
}

/** For the home page: what the unit has been told in a drill and not reported yet. */
export async function listWaitingInjects(actor: Actor) {
  if (!isUnitMember(actor)) return [];
  return db.drillInject.findMany({
    where: {
      unitId: actor.unitId,
      injectedAt: { not: null },
      incidentId: null,
      drill: { endedAt: null },
    },
    select: {
      id: true,
      sign: true,
      text: true,
      injectedAt: true,
      seenAt: true,
      reportMinutes: true,
      drill: { select: { name: true } },
    },
    orderBy: [{ injectedAt: "asc" }, { id: "asc" }],
    take: 5,
  });
}

/** Who may take part. */
export async function listDrillUnits(actor: Actor) {
  if (!isDistrict(actor)) return [];
  return db.unit.findMany({
    where: {
      validTo: null,
      people: { some: { disabledAt: null } },
      kind: { home: { not: "command" } },
    },
    select: { id: true, shortName: true },
    orderBy: [{ kind: { rank: "asc" } }, { shortName: "asc" }, { id: "asc" }],
    take: 500,
  });
}
