import "server-only";

import type { Actor } from "@/lib/auth/actor";
import { db, Prisma } from "@/lib/db";
import { foldVietnamese } from "@/lib/text";
import { canSeeAllAdvisories } from "../policy";
import type { HandlingState, Rhythm } from "../schema";
import { type Cursor, pageOf } from "./rules";
import { type AdvisoryMatrixFilter, MATRIX_ADVISORIES, MATRIX_UNITS } from "./schema";

export type MatrixColumn = {
  id: string;
  number: string;
  subject: string;
  rhythm: Rhythm;
  dueAt: Date;
  exploited: boolean;
};

export type MatrixCell = {
  advisoryId: string;
  unitId: string;
  state: HandlingState;
  dueAt: Date;
  closedAt: Date | null;
  reviewedAt: Date | null;
  affected: number | null;
  handled: number | null;
};

/**
 * Units down, advisories across, a page of both. Each page is read from an index in its order, so
 * that neither more units nor more advisories make it slower.
 */
export async function findAdvisoryMatrix(actor: Actor, filter: AdvisoryMatrixFilter) {
  if (!canSeeAllAdvisories(actor)) return null;
  const advisoryCursor = { after: filter.older, before: filter.newer };
  const [advisoryRows, unitRows] = await Promise.all([
    listColumns(filter, advisoryCursor),
    listRows(filter),
  ]);
  const advisories = pageOf(advisoryRows, MATRIX_ADVISORIES, advisoryCursor);
  const units = pageOf(unitRows, MATRIX_UNITS, filter);
  const cells = await db.$queryRaw<MatrixCell[]>`
    SELECT h."advisoryId", h."unitId", h.state, h."dueAt", h."closedAt", h."reviewedAt", h.affected,
      h.patched + h.mitigated AS handled
    FROM unnest(${units.shown.map(({ id }) => id)}::uuid[]) AS u(id)
    CROSS JOIN unnest(${advisories.shown.map(({ id }) => id)}::uuid[]) AS a(id)
    JOIN "AdvisoryHandling" h ON h."advisoryId" = a.id AND h."unitId" = u.id`;
  const byKey = new Map(cells.map((cell) => [`${cell.unitId}:${cell.advisoryId}`, cell]));
  return {
    columns: advisories.shown,
    newer: advisories.previous,
    older: advisories.next,
    rows: units.shown.map((unit) => ({
      ...unit,
      cells: advisories.shown.map(({ id }) => byKey.get(`${unit.id}:${id}`) ?? null),
    })),
    previous: units.previous,
    next: units.next,
  };
}

export type AdvisoryMatrix = NonNullable<Awaited<ReturnType<typeof findAdvisoryMatrix>>>;

function listColumns({ only }: AdvisoryMatrixFilter, { after, before }: Cursor) {
  const exploited = Prisma.sql`EXISTS (SELECT 1 FROM "AdvisoryItem" i
    WHERE i."advisoryId" = a.id AND i."knownExploitedAt" IS NOT NULL)`;
  const conditions = {
    exploited: Prisma.sql`AND ${exploited}`,
    urgent: Prisma.sql`AND a.rhythm = 'urgent'`,
  };
  const at = before ?? after;
  const beyond = before ? Prisma.sql`>` : Prisma.sql`<`;
  return db.$queryRaw<MatrixColumn[]>`
    SELECT a.id, a.number, a.subject, a.rhythm, a."dueAt", ${exploited} AS exploited
    FROM "Advisory" a
    WHERE a."sentAt" IS NOT NULL ${only ? conditions[only] : Prisma.empty}
      ${at ? Prisma.sql`AND (a."sentAt", a.id) ${beyond} (SELECT "sentAt", id FROM "Advisory" WHERE id = ${at}::uuid)` : Prisma.empty}
    ORDER BY ${before ? Prisma.sql`a."sentAt", a.id` : Prisma.sql`a."sentAt" DESC, a.id DESC`}
    LIMIT ${MATRIX_ADVISORIES + 1}`;
}

function listRows({ q, after, before }: AdvisoryMatrixFilter) {
  const text = foldVietnamese(q).replace(/[\\%_]/g, "\\$&");
  const at = before ?? after;
  const beyond = before ? Prisma.sql`<` : Prisma.sql`>`;
  return db.$queryRaw<{ id: string; name: string }[]>`
    SELECT u.id, u.name FROM "Unit" u
    WHERE u."validTo" IS NULL
      AND u."kindCode" IN (SELECT code FROM "UnitKind" WHERE home <> 'command')
      ${at ? Prisma.sql`AND (u.name COLLATE "vi-x-icu", u.id) ${beyond} (SELECT name COLLATE "vi-x-icu", id FROM "Unit" WHERE id = ${at}::uuid)` : Prisma.empty}
      ${text ? Prisma.sql`AND unit_search_text(u.code, u.name, u."shortName", u.aliases) LIKE ${`%${text}%`}` : Prisma.empty}
    ORDER BY ${before ? Prisma.sql`u.name COLLATE "vi-x-icu" DESC, u.id DESC` : Prisma.sql`u.name COLLATE "vi-x-icu", u.id`}
    LIMIT ${MATRIX_UNITS + 1}`;
}
