import "server-only";

import { z } from "zod";
import type { Actor } from "@/lib/auth/actor";
import { systemActor } from "@/lib/auth/system-actor";
import { db, Prisma } from "@/lib/db";
import { refuseUnless } from "@/lib/errors";
import { foldVietnamese } from "@/lib/text";
import { parseLocal } from "@/lib/time";
import { verifyAuditTrail } from "../verify";
import { canReadAuditTrail, canVerifyAuditTrail, visibleAuditEntries } from "./policy";
import { readCursor, type TrailFilter } from "./schema";

const PAGE_SIZE = 50;
/** Chains that belong to no unit hold what was done from the command line. */
export const SYSTEM_UNIT = "Hệ thống";

type Row = {
  unitId: string;
  seq: bigint;
  at: Date;
  actorName: string;
  unitName: string | null;
  ip: string;
  userAgent: string;
  action: string;
  subjectType: string;
  subjectId: string;
  before: string | null;
  after: string | null;
  details: unknown;
  hash: string;
};

/** The newest first; `next` is the filter's `after` for the following page. */
export async function listAuditEntries(actor: Actor, filter: TrailFilter) {
  const where = Prisma.join([visible(actor), ...conditions(filter)], " AND ");
  const found = await db.$queryRaw<Row[]>`
    SELECT e."unitId", e.seq, e.at, e."actorName", u.name AS "unitName", e.ip, e."userAgent",
           e.action, e."subjectType", e."subjectId", e.before, e.after, e.details, e.hash
    FROM "AuditEntry" e LEFT JOIN "Unit" u ON u.id = e."unitId"
    WHERE ${where}
    ORDER BY e.at DESC, e."unitId" DESC, e.seq DESC
    LIMIT ${PAGE_SIZE + 1}`;
  const page = await withUnitNames(found.slice(0, PAGE_SIZE));
  const last = found.length > PAGE_SIZE ? page.at(-1) : undefined;
  return {
    rows: page.map(({ seq, unitName, ...entry }) => ({
      ...entry,
      seq: String(seq),
      unitName: unitName ?? unknownUnit(entry.unitId),
    })),
    next: last ? `${last.at.toISOString()}_${last.unitId}_${last.seq}` : null,
  };
}

/** A unit made by a reorganisation that was undone is gone; what was written under it stays. */
const unknownUnit = (id: string) =>
  id === systemActor.unitId ? SYSTEM_UNIT : "Đơn vị không còn trong danh mục";

export type AuditEntryRow = Awaited<ReturnType<typeof listAuditEntries>>["rows"][number];

/** Walks every chain; the answer names the unit of the first link that does not hold. */
export async function verifyTrail(actor: Actor) {
  refuseUnless(
    canVerifyAuditTrail(actor),
    "Chỉ người quản trị và lãnh đạo huyện kiểm tra nhật ký.",
  );
  const { broken, ...counts } = await verifyAuditTrail();
  if (!broken) return { ...counts, broken: null };
  const where = { id: broken.unitId };
  const unit = await db.unit.findUnique({ where, select: { name: true } });
  return { ...counts, broken: { ...broken, unitName: unit?.name ?? unknownUnit(broken.unitId) } };
}

/** Units that details speak of, under their names of today. */
async function withUnitNames(rows: Row[]) {
  const ids = rows.flatMap(({ details }) => mentionedUnit.safeParse(details).data?.unitId ?? []);
  if (ids.length === 0) return rows;
  const units = await db.unit.findMany({
    where: { id: { in: ids } },
    select: { id: true, name: true },
  });
  const names = new Map(units.map(({ id, name }) => [id, name]));
  return rows.map((row) => {
    const mentioned = mentionedUnit.safeParse(row.details).data;
    const unitId = mentioned && (names.get(mentioned.unitId) ?? mentioned.unitId);
    return mentioned ? { ...row, details: { ...mentioned, unitId } } : row;
  });
}

const mentionedUnit = z.looseObject({ unitId: z.uuid() });

function visible(actor: Actor) {
  if (!canReadAuditTrail(actor)) return Prisma.sql`FALSE`;
  if (!visibleAuditEntries(actor).unitId) return Prisma.sql`TRUE`;
  return Prisma.sql`e."unitId" = ${actor.unitId}::uuid`;
}

function conditions({ person, unit, action, subject, from, to, ...filter }: TrailFilter) {
  const { subjectId, after } = filter;
  const start = from ? parseLocal(from) : null;
  const lastDay = to ? parseLocal(to) : null;
  const end = lastDay ? new Date(lastDay.getTime() + 24 * 3_600_000) : null;
  return [
    ...(person ? [byPerson(person)] : []),
    ...(unit ? [ofUnit(unit)] : []),
    ...(action ? [Prisma.sql`e.action = ${action}`] : []),
    ...(subject ? [Prisma.sql`e."subjectType" = ${subject}`] : []),
    ...(subjectId ? [Prisma.sql`e."subjectId" = ${subjectId}`] : []),
    ...(start ? [Prisma.sql`e.at >= ${start}`] : []),
    ...(end ? [Prisma.sql`e.at < ${end}`] : []),
    ...(after ? [olderThan(after)] : []),
  ];
}

/** By today's name or sign-in name, so that entries made before a name changed are found too. */
const byPerson = (text: string) => Prisma.sql`e."actorId" IN (
  SELECT p.id FROM "User" p WHERE vn_fold(p."fullName" || ' ' || p.username) LIKE ${containing(text)}
)`;

const ofUnit = (text: string) => Prisma.sql`(e."unitId" IN (
  SELECT s.id FROM "Unit" s
  WHERE unit_search_text(s.code, s.name, s."shortName", s.aliases) LIKE ${containing(text)}
) OR (u.id IS NULL AND vn_fold(${SYSTEM_UNIT}) LIKE ${containing(text)}))`;

function olderThan(after: string) {
  const { at, unitId, seq } = readCursor(after);
  return Prisma.sql`(e.at, e."unitId", e.seq)
    < (${at}::timestamptz, ${unitId}::uuid, ${seq}::bigint)`;
}

const containing = (text: string) => `%${foldVietnamese(text).replace(/[\\%_]/g, "\\$&")}%`;
