import "server-only";

import type { Actor } from "@/lib/auth/actor";
import { db, Prisma } from "@/lib/db";
import { foldVietnamese } from "@/lib/text";
import { canSeeAllAdvisories } from "../policy";
import type { HandlingState, Rhythm } from "../schema";
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
  const [columns, units] = await Promise.all([listColumns(filter), listRows(filter)]);
  const shownColumns = columns.slice(0, MATRIX_ADVISORIES);
  const shownUnits = units.slice(0, MATRIX_UNITS);
  const cells = await db.$queryRaw<MatrixCell[]>`
    SELECT h."advisoryId", h."unitId", h.state, h."dueAt", h."closedAt", h."reviewedAt", h.affected,
      h.patched + h.mitigated AS handled
    FROM unnest(${shownUnits.map(({ id }) => id)}::uuid[]) AS u(id)
    CROSS JOIN unnest(${shownColumns.map(({ id }) => id)}::uuid[]) AS a(id)
    JOIN "AdvisoryHandling" h ON h."advisoryId" = a.id AND h."unitId" = u.id`;
  const byKey = new Map(cells.map((cell) => [`${cell.unitId}:${cell.advisoryId}`, cell]));
  return {
    columns: shownColumns,
    rows: shownUnits.map((unit) => ({
      ...unit,
      cells: shownColumns.map(({ id }) => byKey.get(`${unit.id}:${id}`) ?? null),
    })),
    next: units.length > MATRIX_UNITS ? (shownUnits.at(-1)?.id ?? null) : null,
    hasOlder: columns.length > MATRIX_ADVISORIES,
  };
}

export type AdvisoryMatrix = NonNullable<Awaited<ReturnType<typeof findAdvisoryMatrix>>>;

function listColumns({ only, group }: AdvisoryMatrixFilter) {
  const exploited = Prisma.sql`EXISTS (SELECT 1 FROM "AdvisoryItem" i
    WHERE i."advisoryId" = a.id AND i."knownExploitedAt" IS NOT NULL)`;
  const conditions = {
    exploited: Prisma.sql`AND ${exploited}`,
    urgent: Prisma.sql`AND a.rhythm = 'urgent'`,
  };
  return db.$queryRaw<MatrixColumn[]>`
    SELECT a.id, a.number, a.subject, a.rhythm, a."dueAt", ${exploited} AS exploited
    FROM "Advisory" a
    WHERE a."sentAt" IS NOT NULL ${only ? conditions[only] : Prisma.empty}
    ORDER BY a."sentAt" DESC, a.id
    LIMIT ${MATRIX_ADVISORIES + 1} OFFSET ${(group - 1) * MATRIX_ADVISORIES}`;
}

function listRows({ q, after }: AdvisoryMatrixFilter) {
  const text = foldVietnamese(q).replace(/[\\%_]/g, "\\$&");
  return db.$queryRaw<{ id: string; name: string }[]>`
    SELECT u.id, u.name FROM "Unit" u
    WHERE u."validTo" IS NULL
      AND u."kindCode" IN (SELECT code FROM "UnitKind" WHERE home <> 'command')
      ${after ? Prisma.sql`AND (u.name COLLATE "vi-x-icu", u.id) > (SELECT name COLLATE "vi-x-icu", id FROM "Unit" WHERE id = ${after}::uuid)` : Prisma.empty}
      ${text ? Prisma.sql`AND unit_search_text(u.code, u.name, u."shortName", u.aliases) LIKE ${`%${text}%`}` : Prisma.empty}
    ORDER BY u.name COLLATE "vi-x-icu", u.id LIMIT ${MATRIX_UNITS + 1}`;
}
