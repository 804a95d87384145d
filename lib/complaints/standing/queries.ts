import "server-only";

import { type Actor, isUnitMember } from "@/lib/auth/actor";
import { db, type Transaction } from "@/lib/db";
import { type Part, partFor } from "../policy";

/** What the actor's unit is in the matter of complaints. */
export async function findPart(actor: Actor, tx: Transaction | typeof db = db): Promise<Part> {
  if (!isUnitMember(actor) || actor.home === "telecom") return partFor(actor, false);
  const desk = await tx.incidentDesk.findFirst({
    where: { unitId: actor.unitId, part: "police" },
    select: { unitId: true },
  });
  return partFor(actor, desk !== null);
}

/** Every telco of today, for a choice and for whom a request goes to. */
export async function listTelcos(actor: Actor) {
  const rows = await db.unit.findMany({
    where: { kind: { home: "telecom" }, validTo: null },
    select: { id: true, name: true, shortName: true, parentId: true },
    orderBy: [{ name: "asc" }, { id: "asc" }],
    take: 100,
  });
  return rows.map(({ parentId: _, ...row }) => ({ ...row, own: row.id === actor.unitId }));
}
