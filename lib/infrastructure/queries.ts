import "server-only";

import type { Actor } from "@/lib/auth/actor";
import { db } from "@/lib/db";
import { communeKinds } from "@/lib/organization/policy";
import { compareVietnamese } from "@/lib/text";
import { isoDay, now } from "@/lib/time";
import { canFileInfrastructure, seesAllInfrastructure, visibleOutages } from "./policy";

const today = () => new Date(isoDay(now()));

/** Every telco on one day, those that have not reported among them. */
export async function listInfrastructure(actor: Actor, day = isoDay(now())) {
  if (!seesAllInfrastructure(actor)) return [];
  const units = await db.unit.findMany({
    where: { kind: { home: "telecom" }, validTo: null },
    select: {
      id: true,
      name: true,
      shortName: true,
      phone: true,
      infrastructure: { where: { day: new Date(day) }, omit: { unitId: true, day: true } },
    },
    orderBy: [{ name: "asc" }, { id: "asc" }],
    take: 100,
  });
  return units.map(({ infrastructure, ...unit }) => ({
    ...unit,
    report: infrastructure[0] ?? null,
  }));
}

export type InfrastructureRow = Awaited<ReturnType<typeof listInfrastructure>>[number];

/** The actor's own day, and the last one to begin from; null for who reports none. */
export async function findOwnInfrastructure(actor: Actor) {
  if (!canFileInfrastructure(actor)) return null;
  const days = await db.infrastructureDay.findMany({
    where: { unitId: actor.unitId },
    orderBy: { day: "desc" },
    take: 14,
  });
  const [newest] = days;
  const filed = newest && newest.day.getTime() === today().getTime() ? newest : null;
  return { filed, last: newest ?? null, days };
}

export type OwnInfrastructure = NonNullable<Awaited<ReturnType<typeof findOwnInfrastructure>>>;

/** What is down now first, then what was. */
export async function listOutages(actor: Actor, { open }: { open?: true } = {}) {
  const found = await db.outage.findMany({
    where: { AND: [visibleOutages(actor), open ? { endsAt: null } : {}] },
    include: { unit: { select: { shortName: true, phone: true } } },
    orderBy: [{ endsAt: { sort: "desc", nulls: "first" } }, { startsAt: "desc" }, { id: "desc" }],
    take: 40,
  });
  const ids = [...new Set(found.flatMap(({ communeIds }) => communeIds))];
  const names = new Map(
    (
      await db.unit.findMany({ where: { id: { in: ids } }, select: { id: true, shortName: true } })
    ).map(({ id, shortName }) => [id, shortName]),
  );
  return found.map(({ communeIds, ...outage }) => ({
    ...outage,
    communes: communeIds.flatMap((id) => names.get(id) ?? []),
    mayEnd:
      outage.endsAt === null && canFileInfrastructure(actor) && outage.unitId === actor.unitId,
  }));
}

export type OutageRow = Awaited<ReturnType<typeof listOutages>>[number];

/** Where an outage may be: the communes of today. Offices of the district lie in one of them. */
export async function listCommunes(actor: Actor) {
  if (!canFileInfrastructure(actor)) return [];
  const communes = await db.unit.findMany({
    where: { kind: communeKinds, validTo: null },
    select: { id: true, shortName: true },
    orderBy: [{ shortName: "asc" }, { id: "asc" }],
    take: 100,
  });
  return communes.sort((a, b) => compareVietnamese(a.shortName, b.shortName));
}
