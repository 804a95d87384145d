import "server-only";

import type { Actor } from "@/lib/auth/actor";
import { db } from "@/lib/db";
import { listPeopleOnDuty } from "@/lib/duty/coverage/now/queries";
import { listDesks, listDistrictUnits } from "../desks/queries";

/**
 * Whom to call about an incident of this unit: its own watch, the police, the district's desk and the
 * support centre, each with who is on duty this minute. Everyone may read it: it is for an emergency.
 */
export async function listWhomToCall(actor: Actor, unitId: string = actor.unitId) {
  const [desks, district] = await Promise.all([listDesks(db), listDistrictUnits(db)]);
  const order = [
    unitId,
    ...desks.filter(({ part }) => part === "police").map((desk) => desk.unitId),
    ...district,
    ...desks.filter(({ part }) => part === "support").map((desk) => desk.unitId),
  ];
  const ids = [...new Set(order)].slice(0, 12);
  const [units, onDuty] = await Promise.all([
    db.unit.findMany({
      where: { id: { in: ids } },
      select: { id: true, name: true, shortName: true, phone: true },
    }),
    listPeopleOnDuty(actor, ids),
  ]);
  const known = new Map(units.map((unit) => [unit.id, unit]));
  return ids.flatMap((id) => {
    const unit = known.get(id);
    if (!unit) return [];
    const people = onDuty.filter((person) => person.unitId === id);
    return [{ ...unit, own: id === actor.unitId, people }];
  });
}

export type Callee = Awaited<ReturnType<typeof listWhomToCall>>[number];
