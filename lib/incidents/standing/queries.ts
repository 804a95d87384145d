import "server-only";

import type { Actor } from "@/lib/auth/actor";
import type { Transaction } from "@/lib/db";
import { Refusal } from "@/lib/errors";
import { ownUnits } from "@/lib/organization/policy";
import { admitToCase } from "../evidence/queries";
import { visibleIncidents } from "../policy";
import { reachIncidents } from "../reach/queries";
import { caseCode, caseName } from "../rules";
import { partOf } from "./rules";

/** A case that the actor may see, held until the command ends, with what the actor's unit is in it. */
export async function holdIncident(tx: Transaction, actor: Actor, id: string) {
  await reachIncidents(tx, actor);
  await tx.$queryRaw`SELECT 1 FROM "Incident" WHERE id = ${id}::uuid FOR UPDATE`;
  const incident = await tx.incident.findFirst({
    where: { id, AND: visibleIncidents(actor) },
    include: {
      unit: { select: { name: true, shortName: true } },
      drill: { select: { endedAt: true } },
      parties: partiesOf(actor),
    },
  });
  if (!incident) throw new Refusal("not-found", "Không tìm thấy sự cố này.");
  await admitToCase(tx, id);
  const { parties, ...rest } = incident;
  const names = { code: caseCode(incident), name: caseName(incident) };
  return { ...rest, ...names, part: partOf(parties) };
}

export type HeldIncident = Awaited<ReturnType<typeof holdIncident>>;

/** The rows by which this actor is in on a case. */
export const partiesOf = (actor: Actor) => ({
  where: { unit: ownUnits(actor) },
  select: { part: true },
  take: 5,
});
