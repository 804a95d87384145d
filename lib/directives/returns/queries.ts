import "server-only";

import { type Actor, isDistrict, seesAll } from "@/lib/auth/actor";
import { db } from "@/lib/db";
import { standing } from "../standing/policy";

/** Every time the directive was given back, newest first: the actor's own unit's, or all. */
export async function listReturns(actor: Actor, directiveId: string) {
  return db.receiptReturn.findMany({
    where: { directiveId, unitId: seesAll(actor) ? undefined : actor.unitId },
    select: { ...fields, receipt: { select: { unit: { select: { name: true, phone: true } } } } },
    orderBy: [{ at: "desc" }, { id: "desc" }],
    take: 100,
  });
}

export type ReturnRow = Awaited<ReturnType<typeof listReturns>>[number];

/** What waits for the district's answer, oldest first. */
export async function listOpenReturns(actor: Actor) {
  if (!isDistrict(actor)) return [];
  return db.receiptReturn.findMany({
    where: { decidedAt: null, receipt: { ...standing, directive: { state: "issued" } } },
    select: {
      id: true,
      reason: true,
      at: true,
      directiveId: true,
      receipt: {
        select: {
          unit: { select: { shortName: true } },
          directive: { select: { number: true, symbol: true } },
        },
      },
    },
    orderBy: [{ at: "asc" }, { id: "asc" }],
    take: 10,
  });
}

const fields = {
  id: true,
  unitId: true,
  reason: true,
  at: true,
  decidedAt: true,
  released: true,
  answer: true,
  by: { select: { fullName: true } },
  decidedBy: { select: { fullName: true } },
} as const;
