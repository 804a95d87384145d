import "server-only";

import type { Actor } from "@/lib/auth/actor";
import { db } from "@/lib/db";
import { now } from "@/lib/time";
import { canActOnShift, keepsWatch, visibleDuty } from "../policy";
import { canApproveSwap, canConsentSwap, canEndSwap } from "./policy";

const shift = { select: { id: true, post: true, startsAt: true, endsAt: true } } as const;
const person = { select: { name: true, userId: true } } as const;

/** Requests of the unit that are not settled, with what this actor may do about each. */
export async function listOpenSwaps(actor: Actor) {
  if (!keepsWatch(actor)) return [];
  const swaps = await db.swapRequest.findMany({
    where: { unitId: actor.unitId, appliedAt: null, endedAt: null },
    select: {
      id: true,
      unitId: true,
      reason: true,
      requestedAt: true,
      consentedAt: true,
      appliedAt: true,
      endedAt: true,
      shift,
      otherShift: shift,
      fromPerson: person,
      toPerson: person,
    },
    orderBy: { requestedAt: "asc" },
    take: 30,
  });
  return swaps.flatMap((swap) => {
    const may = {
      consent: canConsentSwap(actor, swap),
      approve: canApproveSwap(actor, swap),
      end: canEndSwap(actor, swap),
    };
    return may.consent || may.approve || may.end ? [{ ...swap, may }] : [];
  });
}

export type OpenSwap = Awaited<ReturnType<typeof listOpenSwaps>>[number];

/** A shift that may be offered, with the colleagues of its post and their shifts to come. */
export async function findSwapOffer(actor: Actor, shiftId: string) {
  const own = await db.shift.findFirst({
    where: {
      id: shiftId,
      toEdition: null,
      publishedAt: { not: null },
      startsAt: { gt: now() },
      AND: visibleDuty(actor),
    },
    select: {
      id: true,
      unitId: true,
      rosterId: true,
      personId: true,
      post: true,
      startsAt: true,
      endsAt: true,
      person,
    },
  });
  if (!own) return null;
  if (!canActOnShift(actor, { unitId: own.unitId, personUserId: own.person.userId })) return null;
  const colleagues = await db.dutyPerson.findMany({
    where: {
      unitId: own.unitId,
      removedAt: null,
      id: { not: own.personId },
      posts: { has: own.post },
    },
    select: {
      id: true,
      name: true,
      title: true,
      shifts: {
        where: {
          rosterId: own.rosterId,
          post: own.post,
          toEdition: null,
          publishedAt: { not: null },
          startsAt: { gt: now() },
        },
        select: { id: true, startsAt: true, endsAt: true },
        orderBy: { startsAt: "asc" },
        take: 30,
      },
    },
    orderBy: [{ name: "asc" }, { id: "asc" }],
  });
  return { ...own, colleagues };
}
