import "server-only";

import { type Actor, seesAll } from "@/lib/auth/actor";
import { db, Prisma } from "@/lib/db";
import { now } from "@/lib/time";
import { canReadRegister } from "./policy";
import { type FollowedUp, followUpSheet, type Outgoing, outgoingSheet } from "./rules";
import type { RegisterKind } from "./schema";

const PER_PAGE = 100;
/** More than a district writes, or a unit receives, in a year. */
const EXPORTED = 20_000;

type Page = { year: number; page: number };

/** A page of a register as its sheet; null when it is not the actor's to read. */
export async function findRegister(actor: Actor, kind: RegisterKind, { year, page }: Page) {
  if (!canReadRegister(actor, kind)) return null;
  const window = { limit: PER_PAGE + 1, offset: (page - 1) * PER_PAGE };
  const sheet = await sheetOf(actor, kind, { year, ...window });
  const hasNext = sheet.rows.length > PER_PAGE;
  return { sheet: { ...sheet, rows: sheet.rows.slice(0, PER_PAGE) }, hasNext };
}

/** The whole year, for a workbook. */
export async function exportRegister(actor: Actor, kind: RegisterKind, year: number) {
  if (!canReadRegister(actor, kind)) return null;
  return sheetOf(actor, kind, { year, limit: EXPORTED, offset: 0 });
}

type Window = { year: number; limit: number; offset: number };

const sheetOf = async (actor: Actor, kind: RegisterKind, window: Window) =>
  kind === "outgoing"
    ? outgoingSheet(window.year, await listOutgoing(actor, window))
    : followUpSheet(window.year, await listFollowedUp(actor, window), now());

/** What was issued in a year in the order of the days: directives and signed reports. */
export function listOutgoing(actor: Actor, { year, limit, offset }: Window) {
  if (!canReadRegister(actor, "outgoing")) return Promise.resolve([]);
  return db.$queryRaw<Outgoing[]>`
    SELECT d.id, 'directive' AS place, d.number, d.symbol, to_char(d."issuedOn", 'YYYY-MM-DD') AS "issuedOn",
      'Công văn' AS type, d.subject, d."signerName" AS signer, d.addressees, d.copies,
      d."issuedAt" AS "sentAt", coalesce(r.units, 0) AS units, coalesce(r.acknowledged, 0) AS acknowledged,
      CASE d.state WHEN 'recalled' THEN 'Đã thu hồi' WHEN 'closed' THEN 'Đã kết thúc theo dõi' ELSE '' END AS note
    FROM "Directive" d
    LEFT JOIN LATERAL (
      SELECT count(*)::int AS units, count("acknowledgedAt")::int AS acknowledged
      FROM "DirectiveReceipt" WHERE "directiveId" = d.id) r ON TRUE
    WHERE d."issuedAt" IS NOT NULL AND extract(year FROM d."issuedOn") = ${year}
    UNION ALL
    SELECT s.id, 'synthesis', s.number, e.words->>'symbol', to_char(s."issuedOn", 'YYYY-MM-DD'),
      'Báo cáo', e.words->>'subject', e.words->>'signer',
      string_to_array(e.words->>'addressees', E'\n'), string_to_array(e.words->>'copies', E'\n'),
      s."signedAt", 0, 0, ''
    FROM "Synthesis" s JOIN "SynthesisEdition" e ON e."synthesisId" = s.id AND e.number = s.edition
    WHERE s."signedAt" IS NOT NULL AND extract(year FROM s."issuedOn") = ${year}
    ORDER BY "issuedOn", number, id LIMIT ${limit} OFFSET ${offset}`;
}

/** A line for each directive and each unit that has it; a unit reads its own lines. */
export function listFollowedUp(actor: Actor, { year, limit, offset }: Window) {
  if (!canReadRegister(actor, "follow_up")) return Promise.resolve([]);
  const own = seesAll(actor) ? Prisma.sql`TRUE` : Prisma.sql`r."unitId" = ${actor.unitId}::uuid`;
  const at = now();
  return db.$queryRaw<FollowedUp[]>`
    WITH lines AS (
      SELECT d.id, d.number, d.symbol, d."issuedOn", d.subject, d."issuerId", d.state, r."unitId",
        r."contactName", r."returnedAt", r."releasedAt", u.name AS unit
      FROM "Directive" d JOIN "DirectiveReceipt" r ON r."directiveId" = d.id
        JOIN "Unit" u ON u.id = r."unitId" JOIN "UnitKind" k ON k.code = u."kindCode"
      WHERE d."issuedAt" IS NOT NULL AND extract(year FROM d."issuedOn") = ${year}
        AND r."passedAt" IS NULL AND ${own}
      ORDER BY d."issuedOn", d.number, d.id, k.rank, u.name COLLATE "vi-x-icu", u.id
      LIMIT ${limit} OFFSET ${offset}
    )
    SELECT l.id AS "directiveId", l.number, l.symbol, to_char(l."issuedOn", 'YYYY-MM-DD') AS "issuedOn",
      l.subject, i.name AS issuer, l.unit, l."contactName", a."dueAt", a.total, a.reported, a.accepted,
      a.overdue, coalesce(p.replies, '{}') AS replies,
      CASE WHEN l.state = 'recalled' THEN 'Văn bản đã thu hồi'
           WHEN l."releasedAt" IS NOT NULL THEN 'Huyện đồng ý trả lại'
           WHEN l."returnedAt" IS NOT NULL THEN 'Đơn vị trả lại' ELSE '' END AS note
    FROM lines l JOIN "Unit" i ON i.id = l."issuerId"
    CROSS JOIN LATERAL (
      SELECT count(*)::int AS total, count("reportedAt")::int AS reported,
        count("acceptedAt")::int AS accepted, max("dueAt") AS "dueAt",
        count(*) FILTER (WHERE "reportedAt" IS NULL AND "dueAt" < ${at}::timestamptz)::int AS overdue
      FROM "LiveAssignment" WHERE "directiveId" = l.id AND "unitId" = l."unitId") a
    LEFT JOIN LATERAL (
      SELECT array_agg(number ORDER BY "issuedOn", id) AS replies FROM "ImplementingDocument"
      WHERE "directiveId" = l.id AND "unitId" = l."unitId" AND "removedAt" IS NULL) p ON TRUE
    ORDER BY l."issuedOn", l.number, l.id, l.unit COLLATE "vi-x-icu"`;
}
