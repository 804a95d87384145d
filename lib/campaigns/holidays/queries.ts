import "server-only";

import type { Actor } from "@/lib/auth/actor";
import { db } from "@/lib/db";
import { isoDay } from "@/lib/time";
import { confidences } from "./schema";

const LIMIT = 200;

/** Days off that touch these civil days, first and last included. Everyone may know them. */
export async function listHolidays(_actor: Actor, firstOn: string, lastOn: string) {
  const rows = await db.publicHoliday.findMany({
    where: { firstOn: { lte: new Date(lastOn) }, lastOn: { gte: new Date(firstOn) } },
    select: {
      id: true,
      name: true,
      firstOn: true,
      lastOn: true,
      source: true,
      confidence: true,
      version: true,
    },
    orderBy: [{ firstOn: "asc" }, { name: "asc" }],
    take: LIMIT,
  });
  return rows.map((row) => ({
    ...row,
    firstOn: isoDay(row.firstOn),
    lastOn: isoDay(row.lastOn),
    confidence: confidences.find((one) => one === row.confidence) ?? "unverified",
  }));
}

export type HolidayRow = Awaited<ReturnType<typeof listHolidays>>[number];

/** The years for which any day off is known, newest first. */
export async function listHolidayYears(_actor: Actor) {
  const rows = await db.$queryRaw<{ year: number }[]>`
    SELECT DISTINCT extract(year FROM "firstOn")::int AS year FROM "PublicHoliday"
    ORDER BY 1 DESC LIMIT 50`;
  return rows.map(({ year }) => year);
}
