import "server-only";

import { type Actor, seesAll } from "@/lib/auth/actor";
import { db, Prisma } from "@/lib/db";
import { isoDay, now, parseLocal } from "@/lib/time";
import { acknowledgementOwed, reportOwed } from "../owing/queries";
import type { CallFilter, CallResult, Silence } from "./schema";

const PAGE_SIZE = 50;
/** A printed or exported list is whole, up to more units than any province has. */
const SHEET_SIZE = 20_000;

export type UnitCall = {
  id: string;
  calledAt: Date;
  calledById: string;
  calledBy: string;
  heldUntil: Date;
  result: CallResult | null;
  note: string;
  /** The directive it was about, when it is another one. */
  other: { number: number | null; symbol: string } | null;
};

/** A silent unit, whom to call and who has. */
export type SilentUnit = {
  unitId: string;
  name: string;
  kind: string;
  phone: string | null;
  contactName: string | null;
  contactPhone: string | null;
  leadName: string | null;
  leadPhone: string | null;
  openedAt: Date | null;
  acknowledgedAt: Date | null;
  owed: number;
  overdue: number;
  firstDueAt: Date | null;
  remindedAt: Date | null;
  call: UnitCall | null;
};

/** A page of silent units in the order of their kinds. */
export async function listSilentUnits(actor: Actor, directiveId: string, filter: CallFilter) {
  if (!seesAll(actor)) return null;
  const rows = await readUnits(directiveId, filtered(filter), {
    limit: PAGE_SIZE + 1,
    offset: (filter.page - 1) * PAGE_SIZE,
  });
  return { rows: rows.slice(0, PAGE_SIZE), hasNext: rows.length > PAGE_SIZE };
}

/** All of them, for paper and for a workbook. */
export async function listCallSheet(actor: Actor, directiveId: string, filter: CallFilter) {
  if (!seesAll(actor)) return null;
  return readUnits(directiveId, filtered(filter), { limit: SHEET_SIZE, offset: 0 });
}

/** One addressed unit, silent or not; null when it was not addressed. */
export async function findCalledUnit(actor: Actor, directiveId: string, unitId: string) {
  if (!seesAll(actor)) return null;
  const condition = Prisma.sql`AND r."unitId" = ${unitId}::uuid`;
  const [unit] = await readUnits(directiveId, condition, { limit: 1, offset: 0 });
  return unit ?? null;
}

type SilenceCounts = Record<Silence, number> & { called: number };

/** How many units are silent in which way, how many were called today, and of which kinds they are. */
export async function countSilences(actor: Actor, directiveId: string, waiting: Silence) {
  if (!seesAll(actor)) return null;
  const each = (silence: Silence) =>
    Prisma.sql`count(*) FILTER (WHERE ${silenceCondition(silence)})::int`;
  const [counts, kinds] = await Promise.all([
    db.$queryRaw<SilenceCounts[]>`
      SELECT ${each("need")} AS need, ${each("opening")} AS opening,
             ${each("acknowledgement")} AS acknowledgement, ${each("overdue")} AS overdue,
             ${each("report")} AS report, count(*) FILTER (WHERE ${calledToday()})::int AS called
      FROM "DirectiveReceipt" r WHERE r."directiveId" = ${directiveId}::uuid`,
    db.$queryRaw<{ code: string; label: string; units: number }[]>`
      SELECT k.code, k.label, ${each(waiting)} AS units
      FROM "DirectiveReceipt" r JOIN "Unit" u ON u.id = r."unitId"
      JOIN "UnitKind" k ON k.code = u."kindCode"
      WHERE r."directiveId" = ${directiveId}::uuid GROUP BY k.code ORDER BY k.rank, k.label`,
  ]);
  const [totals] = counts;
  return totals ? { ...totals, kinds: kinds.filter(({ units }) => units > 0) } : null;
}

export type Contact = {
  id: string;
  kind: "hand" | "rule" | "call";
  at: Date;
  by: string | null;
  text: string;
  result: CallResult | null;
  /** Of a rule: whom it told. */
  told: string[];
};

/** Reminders by hand and by rule and calls of one unit about one directive, newest first. */
export async function listContacts(actor: Actor, directiveId: string, unitId: string) {
  if (!seesAll(actor)) return [];
  const mine = Prisma.sql`
    contact."directiveId" = ${directiveId}::uuid AND contact."unitId" = ${unitId}::uuid`;
  return db.$queryRaw<Contact[]>`
    SELECT contact.id, 'hand' AS kind, contact."sentAt" AS at, u."fullName" AS by,
           contact.message AS text, NULL AS result, '{}'::text[] AS told
    FROM "Reminder" contact JOIN "User" u ON u.id = contact."sentById" WHERE ${mine}
    UNION ALL
    SELECT contact.id, 'rule', contact."raisedAt", NULL, contact.message, NULL, contact.told::text[]
    FROM "ReminderStep" contact WHERE ${mine}
    UNION ALL
    SELECT contact.id, 'call', contact."calledAt", u."fullName", contact.note,
           contact.result::text, '{}'
    FROM "UnitCall" contact JOIN "User" u ON u.id = contact."calledById" WHERE ${mine}
    ORDER BY at DESC, id DESC LIMIT 200`;
}

const today = () => parseLocal(isoDay(now())) ?? now();

const calledToday = () => Prisma.sql`EXISTS (
  SELECT 1 FROM "UnitCall" c
  WHERE c."directiveId" = r."directiveId" AND c."unitId" = r."unitId" AND c."calledAt" >= ${today()})`;

function silenceCondition(silence: Silence): Prisma.Sql {
  const owes = (more: Prisma.Sql) => Prisma.sql`EXISTS (
    SELECT 1 FROM "Assignment" a
    WHERE a."directiveId" = r."directiveId" AND a."unitId" = r."unitId" AND ${reportOwed} ${more})`;
  const overdue = owes(Prisma.sql`AND a."dueAt" < ${now()}`);
  switch (silence) {
    case "need":
      return Prisma.sql`(${acknowledgementOwed} OR ${overdue})`;
    case "opening":
      return Prisma.sql`(${acknowledgementOwed} AND r."openedAt" IS NULL)`;
    case "acknowledgement":
      return Prisma.sql`(${acknowledgementOwed})`;
    case "overdue":
      return overdue;
    case "report":
      return owes(Prisma.empty);
  }
}

const filtered = ({ waiting, kind, called }: CallFilter) => Prisma.sql`
  AND ${silenceCondition(waiting)}
  ${kind ? Prisma.sql`AND u."kindCode" = ${kind}` : Prisma.empty}
  ${called ? Prisma.sql`AND NOT ${calledToday()}` : Prisma.empty}`;

type Span = { limit: number; offset: number };

/** The page of units first, then what is known of each. The call is the last, or the one that holds. */
async function readUnits(directiveId: string, condition: Prisma.Sql, { limit, offset }: Span) {
  const at = now();
  const rows = await db.$queryRaw<UnitRow[]>`
    WITH silent AS (
      SELECT r.*, u.name, u.phone, k.label AS kind, k.rank
      FROM "DirectiveReceipt" r
      JOIN "Unit" u ON u.id = r."unitId" JOIN "UnitKind" k ON k.code = u."kindCode"
      WHERE r."directiveId" = ${directiveId}::uuid ${condition}
      ORDER BY k.rank, k.label, u.name COLLATE "vi-x-icu", u.id LIMIT ${limit} OFFSET ${offset}
    )
    SELECT s."unitId", s.name, s.kind, s.phone, s."contactName", s."contactPhone",
           lead."fullName" AS "leadName", lead.phone AS "leadPhone", s."openedAt", s."acknowledgedAt",
           work.owed, work.overdue, work."firstDueAt",
           greatest(hand.at, rule.at) AS "remindedAt", call.*
    FROM silent s
    CROSS JOIN LATERAL (
      SELECT count(*)::int AS owed, min(a."dueAt") AS "firstDueAt",
             (count(*) FILTER (WHERE a."dueAt" < ${at}))::int AS overdue
      FROM "Assignment" a
      WHERE a."directiveId" = s."directiveId" AND a."unitId" = s."unitId" AND ${reportOwed}) work
    CROSS JOIN LATERAL (
      SELECT max("sentAt") AS at FROM "Reminder"
      WHERE "directiveId" = s."directiveId" AND "unitId" = s."unitId") hand
    CROSS JOIN LATERAL (
      SELECT max("raisedAt") AS at FROM "ReminderStep"
      WHERE "directiveId" = s."directiveId" AND "unitId" = s."unitId") rule
    LEFT JOIN LATERAL (
      SELECT "fullName", phone FROM "User"
      WHERE "unitId" = s."unitId" AND role IN ('unit_lead', 'telco_liaison') AND "disabledAt" IS NULL
      ORDER BY phone IS NULL, "fullName", id LIMIT 1) lead ON true
    LEFT JOIN LATERAL (
      SELECT c.id AS "callId", c."calledAt", c."calledById", c."heldUntil", c.result, c.note,
             caller."fullName" AS "calledBy", d.number, d.symbol,
             c."directiveId" <> s."directiveId" AS elsewhere
      FROM "UnitCall" c JOIN "User" caller ON caller.id = c."calledById"
      JOIN "Directive" d ON d.id = c."directiveId"
      WHERE c."unitId" = s."unitId" AND (c."directiveId" = s."directiveId" OR c."heldUntil" > ${at})
      ORDER BY c."heldUntil" > ${at} DESC, c."calledAt" DESC LIMIT 1) call ON true
    ORDER BY s.rank, s.kind, s.name COLLATE "vi-x-icu", s."unitId"`;
  return rows.map(withCall);
}

type UnitRow = Omit<SilentUnit, "call"> &
  Omit<UnitCall, "id" | "other"> & {
    callId: string | null;
    number: number | null;
    symbol: string;
    elsewhere: boolean;
  };

function withCall(row: UnitRow): SilentUnit {
  const { callId, calledAt, calledById, calledBy, heldUntil, result, note, ...unit } = row;
  const { number, symbol, elsewhere, ...rest } = unit;
  if (!callId) return { ...rest, call: null };
  const other = elsewhere ? { number, symbol } : null;
  const call = { id: callId, calledAt, calledById, calledBy, heldUntil, result, note, other };
  return { ...rest, call };
}
