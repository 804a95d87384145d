import "server-only";

import { Prisma, type Transaction } from "@/lib/db";
import { now } from "@/lib/time";
import type { NoticeKind } from "./labels";

export type NewNotice = {
  kind: NoticeKind;
  title: string;
  body?: string;
  /** What it is about; `components/notifications/notice-href.ts` knows where that is. */
  subject: { type: string; id: string };
  /** What brought it about. The same cause tells the same unit or person once. */
  cause: string;
};

/** Tells everyone of these units, in the command's own transaction. Returns how many are new. */
export function noticeUnits(tx: Transaction, unitIds: string[], notice: NewNotice) {
  if (unitIds.length === 0) return Promise.resolve(0);
  return insertNotices(
    tx,
    notice,
    Prisma.sql`SELECT DISTINCT unit, NULL::uuid AS person FROM unnest(${unitIds}::uuid[]) AS unit`,
  );
}

/** Tells these people alone, at the unit they work for now. Returns how many are new. */
export function noticePeople(tx: Transaction, userIds: string[], notice: NewNotice) {
  if (userIds.length === 0) return Promise.resolve(0);
  return insertNotices(
    tx,
    notice,
    Prisma.sql`SELECT "unitId" AS unit, id AS person FROM "User"
               WHERE id = ANY (${userIds}::uuid[]) AND "disabledAt" IS NULL`,
  );
}

/** For sets that a query finds: rows of `unit` and `person` (null: the whole unit). */
export function insertNotices(tx: Transaction, notice: NewNotice, receivers: Prisma.Sql) {
  const { kind, title, body = "", subject, cause } = notice;
  return tx.$executeRaw`
    INSERT INTO "Notice" ("unitId", "userId", kind, title, body, "subjectType", "subjectId", cause, at)
    SELECT receiver.unit, receiver.person, ${kind}, ${title}, ${body}, ${subject.type},
           ${subject.id}::uuid, ${cause}, ${now()}::timestamptz
    FROM (${receivers}) AS receiver
    ON CONFLICT DO NOTHING`;
}

/**
 * For sets where each row says its own words: `unit, person, kind, title, body, "subjectType",
 * "subjectId", cause`.
 */
export function noticeRows(tx: Transaction, rows: Prisma.Sql) {
  return tx.$executeRaw`
    INSERT INTO "Notice" ("unitId", "userId", kind, title, body, "subjectType", "subjectId", cause, at)
    SELECT told.unit, told.person, told.kind, told.title, told.body, told."subjectType",
           told."subjectId", told.cause, ${now()}::timestamptz
    FROM (${rows}) AS told
    ON CONFLICT DO NOTHING`;
}
