import "server-only";

import type { Actor } from "@/lib/auth/actor";
import { db } from "@/lib/db";
import { isoDay } from "@/lib/time";
import { visibleHolidays } from "../policy";
import { confidences } from "./schema";

const LIMIT = 200;

/** Days off that touch these civil days, first and last included. */
export async function listHolidays(actor: Actor, firstOn: string, lastOn: string) {
  const rows = await db.publicHoliday.findMany({
    where: {
      AND: [
        visibleHolidays(actor),
        { firstOn: { lte: new Date(lastOn) }, lastOn: { gte: new Date(firstOn) } },
      ],
    },
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
export async function listHolidayYears(actor: Actor) {
  const rows = await db.publicHoliday.findMany({
    where: visibleHolidays(actor),
    select: { firstOn: true },
    orderBy: { firstOn: "desc" },
    take: 1_000,
  });
  return [...new Set(rows.map(({ firstOn }) => firstOn.getUTCFullYear()))];
}
