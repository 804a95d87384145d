import "server-only";

import type { Actor } from "@/lib/auth/actor";
import { db, type Transaction } from "@/lib/db";
import { now } from "@/lib/time";
import { canMakeRoster } from "../policy";
import { feedHash } from "./rules";

const DAY = 24 * 3_600_000;

/** Addresses that work, of the actor and, for a lead, of the unit. */
export function listFeeds(actor: Actor) {
  return db.calendarFeed.findMany({
    where: {
      unitId: actor.unitId,
      revokedAt: null,
      OR: [
        { person: { userId: actor.userId } },
        ...(canMakeRoster(actor, actor) ? [{ personId: null }] : []),
      ],
    },
    select: { id: true, personId: true, createdAt: true },
    orderBy: { createdAt: "asc" },
  });
}

/**
 * What an address shows: who has it is the actor, so the token stands in for one. Null when it was
 * never given out, was revoked, or its person has left the list. `tx` may be the database itself.
 */
export async function readFeed(tx: Transaction, token: string) {
  const feed = await tx.calendarFeed.findFirst({
    where: {
      tokenHash: feedHash(token),
      revokedAt: null,
      // Who is no longer on the unit's list has taken no address along.
      OR: [{ personId: null }, { person: { removedAt: null } }],
    },
    select: {
      unitId: true,
      personId: true,
      unit: { select: { name: true, shortName: true } },
      person: { select: { name: true } },
    },
  });
  if (!feed) return null;
  const shifts = await tx.shift.findMany({
    where: {
      unitId: feed.unitId,
      ...(feed.personId ? { personId: feed.personId } : {}),
      toEdition: null,
      publishedAt: { not: null },
      endsAt: { gt: new Date(now().getTime() - 60 * DAY) },
    },
    select: {
      id: true,
      post: true,
      startsAt: true,
      endsAt: true,
      publishedAt: true,
      person: { select: { name: true } },
    },
    orderBy: [{ startsAt: "asc" }, { id: "asc" }],
    take: 2000,
  });
  return {
    name: `Lịch trực ${feed.person?.name ?? feed.unit.shortName}`,
    shifts: shifts.map(({ publishedAt, person, ...shift }) => ({
      ...shift,
      changedAt: publishedAt ?? shift.startsAt,
      who: person.name,
      place: feed.unit.name,
    })),
  };
}

/** The same for the door of the address, which has no session. */
export const findFeed = (token: string) => readFeed(db, token);
