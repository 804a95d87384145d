import "server-only";

import { type Actor, isUnitMember } from "@/lib/auth/actor";
import { db, Prisma } from "@/lib/db";
import { foldVietnamese } from "@/lib/text";
import { now } from "@/lib/time";
import { canIssueAdvisory, canSeeAllAdvisories } from "./policy";
import type { AdvisoryFilter, HandlingState, Rhythm } from "./schema";

const PER_PAGE = 30;
const TASKS = 8;

export type AdvisoryRow = {
  id: string;
  number: string;
  subject: string;
  issuer: string;
  rhythm: Rhythm;
  edition: number;
  dueAt: Date | null;
  sentAt: Date | null;
  items: number;
  exploited: number;
  units: number;
  closed: number;
  unseen: number;
  late: number;
  review: number;
};

/** All advisories with how far the units are; drafts for those who write them. */
export async function listAdvisories(actor: Actor, filter: AdvisoryFilter) {
  if (!canSeeAllAdvisories(actor)) return { rows: [], hasNext: false };
  const at = now();
  const text = likeText(filter.q);
  const rows = await db.$queryRaw<AdvisoryRow[]>`
    SELECT a.id, a.number, a.subject, a.issuer, a.rhythm, a.edition, a."dueAt", a."sentAt",
      i.items, i.exploited, t.units, t.closed, t.unseen, t.late, t.review
    FROM "Advisory" a
    CROSS JOIN LATERAL (
      SELECT count(*)::int AS items, count("knownExploitedAt")::int AS exploited
      FROM "AdvisoryItem" WHERE "advisoryId" = a.id) i
    CROSS JOIN LATERAL (
      SELECT count(*)::int AS units, count("closedAt")::int AS closed,
        count(*) FILTER (WHERE state = 'unseen')::int AS unseen,
        count(*) FILTER (WHERE "closedAt" IS NULL AND "dueAt" < ${at}::timestamptz)::int AS late,
        count(*) FILTER (WHERE a.rhythm = 'urgent' AND "closedAt" IS NOT NULL
                           AND "reviewedAt" IS NULL)::int AS review
      FROM "LiveHandling" WHERE "advisoryId" = a.id) t
    WHERE ${shown[filter.show]} AND ${canIssueAdvisory(actor) ? Prisma.sql`TRUE` : Prisma.sql`a.edition > 0`}
      ${text ? Prisma.sql`AND ${found(text)}` : Prisma.empty}
    ORDER BY a.edition > 0, coalesce(a."sentAt", a."createdAt") DESC, a.id
    LIMIT ${PER_PAGE + 1} OFFSET ${(filter.page - 1) * PER_PAGE}`;
  return { rows: rows.slice(0, PER_PAGE), hasNext: rows.length > PER_PAGE };
}

const exploitedItem = Prisma.sql`EXISTS (SELECT 1 FROM "AdvisoryItem" x
  WHERE x."advisoryId" = a.id AND x."knownExploitedAt" IS NOT NULL)`;

const shown: Record<AdvisoryFilter["show"], Prisma.Sql> = {
  open: Prisma.sql`(a.edition = 0 OR EXISTS (SELECT 1 FROM "LiveHandling" x
    WHERE x."advisoryId" = a.id AND x."closedAt" IS NULL))`,
  urgent: Prisma.sql`a.rhythm = 'urgent'`,
  exploited: exploitedItem,
  draft: Prisma.sql`a.edition = 0`,
  all: Prisma.sql`TRUE`,
};

const likeText = (q: string) => foldVietnamese(q).replace(/[\\%_]/g, "\\$&");

const found = (text: string) => Prisma.sql`(
  vn_fold(a.number || ' ' || a.subject || ' ' || a.issuer) LIKE ${`%${text}%`}
  OR EXISTS (SELECT 1 FROM "AdvisoryItem" x WHERE x."advisoryId" = a.id
             AND vn_fold(coalesce(x."cveId", '') || ' ' || x.product) LIKE ${`%${text}%`}))`;

export type UnitAdvisoryRow = {
  id: string;
  number: string;
  subject: string;
  issuer: string;
  rhythm: Rhythm;
  state: HandlingState;
  dueAt: Date;
  closedAt: Date | null;
  acceptUntil: Date | null;
  reviewedAt: Date | null;
  reopenReason: string;
  items: number;
  exploited: number;
  /** Nothing of what it is about is in the unit's inventory. */
  lacks: boolean;
  version: number;
};

/** What the actor's own unit was asked, what is open first. */
export async function listUnitAdvisories(actor: Actor, filter: AdvisoryFilter) {
  if (!isUnitMember(actor)) return { rows: [], hasNext: false };
  const text = likeText(filter.q);
  const condition = Prisma.sql`${ownShown[filter.show]} ${text ? Prisma.sql`AND ${found(text)}` : Prisma.empty}`;
  const rows = await ownRows(actor, condition, {
    limit: PER_PAGE + 1,
    offset: (filter.page - 1) * PER_PAGE,
  });
  return { rows: rows.slice(0, PER_PAGE), hasNext: rows.length > PER_PAGE };
}

const ownShown: Record<AdvisoryFilter["show"], Prisma.Sql> = {
  ...shown,
  open: Prisma.sql`h."closedAt" IS NULL`,
  draft: Prisma.sql`FALSE`,
};

/** For the home page: the first few that are open, and how many there are. */
export async function listAdvisoryTasks(actor: Actor) {
  if (!isUnitMember(actor)) return { rows: [], open: 0 };
  const [rows, open] = await Promise.all([
    ownRows(actor, ownShown.open, { limit: TASKS, offset: 0 }),
    db.advisoryHandling.count({ where: { unitId: actor.unitId, closedAt: null, passedAt: null } }),
  ]);
  return { rows, open };
}

function ownRows(actor: Actor, condition: Prisma.Sql, page: { limit: number; offset: number }) {
  return db.$queryRaw<UnitAdvisoryRow[]>`
    SELECT a.id, a.number, a.subject, a.issuer, a.rhythm, h.state, h."dueAt", h."closedAt",
      h."acceptUntil", h."reviewedAt", h."reopenReason", h.version, i.items, i.exploited,
      EXISTS (SELECT 1 FROM "UnitInventory" v WHERE v."unitId" = h."unitId")
        AND i.items > 0 AND i.listed = i.items AND i.own = 0 AS lacks
    FROM "LiveHandling" h JOIN "Advisory" a ON a.id = h."advisoryId"
    CROSS JOIN LATERAL (
      SELECT count(*)::int AS items, count(x."knownExploitedAt")::int AS exploited,
        count(x."productId")::int AS listed, count(p."productId")::int AS own
      FROM "AdvisoryItem" x
      LEFT JOIN "UnitProduct" p ON p."productId" = x."productId" AND p."unitId" = h."unitId"
      WHERE x."advisoryId" = a.id) i
    WHERE h."unitId" = ${actor.unitId}::uuid AND ${condition}
    ORDER BY h."closedAt" IS NOT NULL, (i.exploited > 0 AND h."closedAt" IS NULL) DESC, h."dueAt", a.id
    LIMIT ${page.limit} OFFSET ${page.offset}`;
}

/** How much waits for the district: reviews, drafts, what is late. */
export async function summariseAdvisories(actor: Actor) {
  if (!canSeeAllAdvisories(actor)) return null;
  const at = now();
  const [totals] = await db.$queryRaw<AdvisoryTotals[]>`
    SELECT count(DISTINCT h."advisoryId") FILTER (WHERE h."closedAt" IS NULL)::int AS advisories,
      count(*) FILTER (WHERE h."closedAt" IS NULL)::int AS open,
      count(*) FILTER (WHERE h."closedAt" IS NULL AND h."dueAt" < ${at}::timestamptz)::int AS late,
      count(*) FILTER (WHERE h."closedAt" IS NOT NULL AND h."reviewedAt" IS NULL
                         AND a.rhythm = 'urgent')::int AS review
    FROM "LiveHandling" h JOIN "Advisory" a ON a.id = h."advisoryId"
    WHERE h."closedAt" IS NULL OR h."reviewedAt" IS NULL AND a.rhythm = 'urgent'`;
  return totals ?? null;
}

export type AdvisoryTotals = { advisories: number; open: number; late: number; review: number };
