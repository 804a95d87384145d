import "server-only";

import { type Actor, isDistrict, isUnitMember, seesAll } from "@/lib/auth/actor";
import { Prisma, type Transaction } from "@/lib/db";

export type AdvisoryFound = {
  id: string;
  number: string;
  subject: string;
  issuer: string;
  issuedOn: Date | null;
  matters: string;
};

export type MessageFound = {
  id: string;
  title: string;
  topic: string;
  summary: string;
  retired: boolean;
};

type Asked = { words: string[]; from: string | null; to: string | null; limit: number };

/** Some twenty years of a district; what is older is found in the list of warnings itself. */
const NEWEST = 2_000;

/** Advisories by number, subject, product or CVE; a unit finds those that were sent to it. */
export function findAdvisories(tx: Transaction, actor: Actor, asked: Asked) {
  if (asked.words.length === 0) return Promise.resolve<AdvisoryFound[]>([]);
  const text = Prisma.sql`vn_fold(concat_ws(' ', a.number, a.subject, a.issuer, i.matters))`;
  return tx.$queryRaw<AdvisoryFound[]>`
    SELECT a.id, a.number, a.subject, a.issuer, a."issuedOn", COALESCE(i.matters, '') AS matters
    FROM (
      SELECT a.id, a.number, a.subject, a.issuer, a."issuedOn", a."createdAt" FROM "Advisory" a
      WHERE ${advisoryRows(actor)} ${within(Prisma.sql`a."createdAt"`, asked)}
      ORDER BY a."createdAt" DESC LIMIT ${NEWEST}
    ) a
    CROSS JOIN LATERAL (
      SELECT string_agg(concat_ws(' ', "cveId", product), '; ' ORDER BY position) AS matters
      FROM "AdvisoryItem" WHERE "advisoryId" = a.id) i
    WHERE ${holds(text, asked.words)}
    ORDER BY a."createdAt" DESC, a.id DESC LIMIT ${asked.limit}`;
}

/** `visibleHandlings`, where the advisory is `a`; drafts for those who write them. */
function advisoryRows(actor: Actor) {
  if (isDistrict(actor)) return Prisma.sql`TRUE`;
  if (seesAll(actor)) return Prisma.sql`a."sentAt" IS NOT NULL`;
  if (!isUnitMember(actor)) return Prisma.sql`FALSE`;
  return Prisma.sql`EXISTS (SELECT 1 FROM "AdvisoryHandling" h
    WHERE h."advisoryId" = a.id AND h."unitId" = ${actor.unitId}::uuid)`;
}

/** The ready messages by any of their words; `visibleMessages`: a retired one for its writers. */
export function findMessages(tx: Transaction, actor: Actor, asked: Asked) {
  if (asked.words.length === 0) return Promise.resolve<MessageFound[]>([]);
  const text = Prisma.sql`vn_fold(concat_ws(' ', m.title, m.topic, m.summary, m.body, m.advice))`;
  const inUse = isDistrict(actor) ? Prisma.sql`TRUE` : Prisma.sql`m."retiredAt" IS NULL`;
  return tx.$queryRaw<MessageFound[]>`
    SELECT m.id, m.title, m.topic, m.summary, m."retiredAt" IS NOT NULL AS retired
    FROM "AwarenessMessage" m
    WHERE ${inUse} ${within(Prisma.sql`m."editedAt"`, asked)} AND ${holds(text, asked.words)}
    ORDER BY retired, m."editedAt" DESC, m.id DESC LIMIT ${asked.limit}`;
}

/** Calendar days of the district. */
const within = (column: Prisma.Sql, { from, to }: Asked) => Prisma.sql`
  ${from ? Prisma.sql`AND ${column} >= (${from}::date)::timestamp AT TIME ZONE 'Asia/Ho_Chi_Minh'` : Prisma.empty}
  ${to ? Prisma.sql`AND ${column} < (${to}::date + 1)::timestamp AT TIME ZONE 'Asia/Ho_Chi_Minh'` : Prisma.empty}`;

/** Every word somewhere in it; words hold letters and digits alone. */
const holds = (column: Prisma.Sql, words: string[]) =>
  Prisma.join(
    words.map((word) => Prisma.sql`${column} LIKE ${`%${word}%`}`),
    " AND ",
  );
