import "server-only";

import { cache } from "react";
import { type Actor, seesAll } from "@/lib/auth/actor";
import { db, Prisma } from "@/lib/db";
import { now } from "@/lib/time";
import { requiredByDefault } from "../queries";
import { watchedNow } from "../watched/queries";

/** Of more than this, reading all units anew takes no longer. */
const SOME = 1_000;

/**
 * Every unit that must watch this minute, as `"unitId", "kindCode", taken`; taken is null where nobody
 * is rostered, else whether someone has taken the shift. Kept where nothing changed since it was
 * settled, read from the shifts where something did.
 */
export async function standingNow(actor: Actor) {
  if (!seesAll(actor)) return liveNow(actor);
  const stale = await staleUnits();
  if (!stale) return liveNow(actor);
  return Prisma.sql`
    SELECT "unitId", "kindCode", taken FROM "WatchStanding"
    WHERE "unitId" <> ALL (${stale}::uuid[])
    UNION ALL (${liveNow(actor, stale)})`;
}

/** Whose kept standing says nothing about this minute; null when that is so of all. A page asks once. */
const staleUnits = cache(async () => {
  const at = now();
  const [row] = await db.$queryRaw<{ kept: boolean; unitIds: string[] }[]>`
    SELECT EXISTS (SELECT FROM "WatchSettlement" WHERE since <= ${at} AND until > ${at})
      AND NOT EXISTS (SELECT FROM "WatchTouch" WHERE "unitId" IS NULL) AS kept,
      ARRAY(SELECT "unitId" FROM "WatchTouch" WHERE "unitId" IS NOT NULL
            UNION SELECT "unitId" FROM "WatchStanding" WHERE until <= ${at}
            LIMIT ${SOME + 1}) AS "unitIds"`;
  return row?.kept && row.unitIds.length <= SOME ? row.unitIds : null;
});

/** The same of all units or of these, from the rosters, shifts and assignments themselves. */
export const liveNow = (actor: Actor, unitIds?: string[]) => Prisma.sql`
  SELECT w."unitId", w."kindCode", o.taken
  FROM (${watchedNow(actor, unitIds)}) w LEFT JOIN (${onNow(unitIds)}) o ON o."unitId" = w."unitId"`;

/** Reads the range index: the shifts of this minute alone, however many there are. */
const onNow = (unitIds?: string[]) => Prisma.sql`
  SELECT s."unitId", bool_or(s."checkedInAt" IS NOT NULL) AS taken
  FROM "Shift" s JOIN "Roster" r ON r.id = s."rosterId"
    LEFT JOIN "DutyPolicy" p ON p."campaignId" = r."campaignId"
  WHERE ${standsNow(unitIds)}
    AND s.post = ANY (coalesce(p."requiredPosts", ${requiredByDefault}::"DutyPost"[]))
  GROUP BY s."unitId"`;

/** Published shifts `s` that are on; of few units by their own index. */
export const standsNow = (unitIds?: string[]) => Prisma.sql`
  s."toEdition" IS NULL AND s."publishedAt" IS NOT NULL AND ${
    unitIds
      ? Prisma.sql`s."unitId" = ANY (${unitIds}::uuid[])
          AND s."startsAt" <= ${now()}::timestamptz AND s."endsAt" > ${now()}::timestamptz`
      : Prisma.sql`tstzrange(s."startsAt", s."endsAt", '[)') @> ${now()}::timestamptz`
  }`;
