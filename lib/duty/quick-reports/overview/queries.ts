import "server-only";

import { type Actor, seesAll } from "@/lib/auth/actor";
import { db, Prisma } from "@/lib/db";
import { now } from "@/lib/time";
import { unitConditions } from "../../coverage/queries";
import { quickReportState } from "../rules";
import { factsSchema, OPEN_HOURS, type QuickReportFilter } from "../schema";

const PER_PAGE = 100;
const TIMES = 14;
/** More than any district has units. */
const EXPORTED = 20_000;

/** Campaigns that ask for quick reports, the one that is on first. */
export async function listReportingCampaigns(actor: Actor) {
  if (!seesAll(actor)) return [];
  return db.campaign.findMany({
    where: { OR: [{ quickReportPlan: { isNot: null } }, { quickReports: { some: {} } }] },
    select: { id: true, name: true, quickReportPlan: { select: { times: true } } },
    orderBy: [{ closedAt: { sort: "desc", nulls: "first" } }, { startsAt: "desc" }, { id: "desc" }],
    take: 12,
  });
}

export type DueTime = {
  campaignId: string;
  campaign: string;
  dueAt: Date;
  units: number;
  filed: number;
  nil: number;
  late: number;
};

/** The due times of a campaign, newest first, with how many reported; the next one included. */
export async function listDueTimes(actor: Actor, campaignId: string) {
  if (!seesAll(actor)) return [];
  return countByTime(Prisma.sql`
    r."campaignId" = ${campaignId}::uuid
    AND r."dueAt" <= ${now()}::timestamptz + make_interval(hours => ${OPEN_HOURS}::int)`);
}

/** For the district's home: the due times of the last day and the one to come. */
export async function listRecentDueTimes(actor: Actor) {
  if (!seesAll(actor)) return [];
  return countByTime(Prisma.sql`
    r."dueAt" BETWEEN ${now()}::timestamptz - interval '26 hours'
                  AND ${now()}::timestamptz + make_interval(hours => ${OPEN_HOURS}::int)`);
}

const countByTime = (condition: Prisma.Sql) => db.$queryRaw<DueTime[]>`
  SELECT r."campaignId", c.name AS campaign, r."dueAt", count(*)::int AS units,
         count(r."filedAt")::int AS filed,
         count(*) FILTER (WHERE r.nil)::int AS nil,
         count(*) FILTER (WHERE r."filedAt" > r."dueAt")::int AS late
  FROM "QuickReport" r JOIN "Campaign" c ON c.id = r."campaignId"
  WHERE ${condition}
  GROUP BY r."campaignId", c.name, r."dueAt" ORDER BY r."dueAt" DESC, r."campaignId" LIMIT ${TIMES}`;

type SheetRow = {
  id: string;
  unitId: string;
  unit: string;
  kind: string;
  unitPhone: string | null;
  dueAt: Date;
  filedAt: Date | null;
  nil: boolean;
  edition: number;
  /** Who is on duty now and can be called. */
  dutyName: string | null;
  dutyPhone: string | null;
  situation: string | null;
  openPoints: string | null;
  proposals: string | null;
  writtenBy: string | null;
  facts: unknown;
};

type Sheet = Omit<QuickReportFilter, "due"> & { campaign: string; due: Date };

/** Every unit at one due time, those that are missing first, by group. A page at a time. */
export async function listQuickReports(actor: Actor, sheet: Sheet) {
  if (!seesAll(actor)) return { rows: [], hasNext: false };
  const rows = await readSheet(sheet, { limit: PER_PAGE + 1, offset: (sheet.page - 1) * PER_PAGE });
  return { rows: rows.slice(0, PER_PAGE), hasNext: rows.length > PER_PAGE };
}

/** All of one due time, for a workbook. */
export async function exportQuickReports(actor: Actor, sheet: Sheet) {
  if (!seesAll(actor)) return null;
  return readSheet(sheet, { limit: EXPORTED, offset: 0 });
}

export type QuickReportRow = Awaited<ReturnType<typeof readSheet>>[number];

async function readSheet(sheet: Sheet, { limit, offset }: { limit: number; offset: number }) {
  const rows = await db.$queryRaw<SheetRow[]>`
    WITH page AS (
      SELECT r.id, r."unitId", u.name AS unit, k.label AS kind, u.phone AS "unitPhone",
             r."dueAt", r."filedAt", r.nil, r.edition,
             row_number() OVER (ORDER BY r."filedAt" IS NOT NULL, k.rank, k.label,
                                u.name COLLATE "vi-x-icu", u.id) AS place
      FROM "QuickReport" r JOIN "Unit" u ON u.id = r."unitId" JOIN "UnitKind" k ON k.code = u."kindCode"
      WHERE r."campaignId" = ${sheet.campaign}::uuid AND r."dueAt" = ${sheet.due}::timestamptz
        AND ${Prisma.join([...unitConditions(sheet), only(sheet)], " AND ")}
      ORDER BY place LIMIT ${limit} OFFSET ${offset}
    )
    SELECT page.id, page."unitId", page.unit, page.kind, page."unitPhone", page."dueAt", page."filedAt",
           page.nil, page.edition, duty.name AS "dutyName", duty.phone AS "dutyPhone",
           e.situation, e."openPoints", e.proposals, e."writtenBy", e.facts
    FROM page
    LEFT JOIN "QuickReportEdition" e ON e."reportId" = page.id AND e.number = page.edition
    LEFT JOIN LATERAL (
      SELECT p.name, p.phone FROM "Shift" s JOIN "DutyPerson" p ON p.id = s."personId"
      WHERE page."filedAt" IS NULL AND s."unitId" = page."unitId" AND s."toEdition" IS NULL
        AND s."publishedAt" IS NOT NULL AND p.phone <> ''
        AND s."startsAt" <= ${now()}::timestamptz AND s."endsAt" > ${now()}::timestamptz
      ORDER BY s.post DESC, s."startsAt", s.id LIMIT 1) duty ON TRUE
    ORDER BY place`;
  const at = now();
  return rows.map(({ facts, ...row }) => ({
    ...row,
    state: quickReportState(row, at),
    facts: facts ? factsSchema.parse(facts) : null,
  }));
}

const only = ({ only: chosen }: Sheet) => {
  if (chosen === "missing") return Prisma.sql`r."filedAt" IS NULL`;
  if (chosen === "late") return Prisma.sql`r."filedAt" > r."dueAt"`;
  if (chosen === "nil") return Prisma.sql`r.nil`;
  if (chosen === "told") return Prisma.sql`r."filedAt" IS NOT NULL AND NOT r.nil`;
  return Prisma.sql`TRUE`;
};
