import "server-only";

import { Prisma, type Transaction } from "@/lib/db";
import type { Load, NewUnit } from "../schema";
import { ended, keepSteps, type Passing } from "../steps/queries";
import { draftMoves } from "./drafts/commands";
import { machineMoves, openHandling } from "./machines/commands";

/** In force: what is issued and not closed. */
const inForce = Prisma.sql`d.state = 'issued'`;

/** Work that the unit still owes, or that waits for the district's judgement. */
const openAssignment = Prisma.sql`a."acceptedAt" IS NULL AND a."passedAt" IS NULL
  AND a."releasedAt" IS NULL`;

/** Not taken on yet, or with work still open. */
const openReceipt = Prisma.sql`r."passedAt" IS NULL AND r."releasedAt" IS NULL AND (r."acknowledgedAt" IS NULL OR EXISTS (
  SELECT 1 FROM "Assignment" a
  WHERE a."directiveId" = r."directiveId" AND a."unitId" = r."unitId" AND ${openAssignment}))`;

/** Each ended unit with what it passes on; asked before anything moves. */
export function weighUnits(tx: Transaction, passing: Passing) {
  return tx.$queryRaw<({ unitId: string } & Load)[]>`
    SELECT e."unitId"::text AS "unitId",
      (SELECT count(*)::int FROM "User" p WHERE p."unitId" = e."unitId") AS people,
      (SELECT count(*)::int FROM "Assignment" a JOIN "Directive" d ON d.id = a."directiveId"
       WHERE a."unitId" = e."unitId" AND ${inForce} AND ${openAssignment}) AS assignments,
      (SELECT count(*)::int FROM "DirectiveReceipt" r JOIN "Directive" d ON d.id = r."directiveId"
       WHERE r."unitId" = e."unitId" AND ${inForce} AND ${openReceipt}) AS receipts,
      (SELECT count(*)::int FROM "Reminder" m JOIN "Directive" d ON d.id = m."directiveId"
       WHERE m."unitId" = e."unitId" AND ${inForce} AND m."seenAt" IS NULL) AS reminders,
      (SELECT count(*)::int FROM "AdvisoryHandling" h
       WHERE h."unitId" = e."unitId" AND ${openHandling}) AS advisories,
      (SELECT coalesce(sum(i.servers + i.workstations + i."networkDevices"), 0)::int
       FROM "UnitInventory" i WHERE i."unitId" = e."unitId") AS machines,
      (SELECT count(*)::int FROM "_RecipientGroupToUnit" g WHERE g."B" = e."unitId") AS groups
    FROM (${ended(passing)}) e`;
}

/** Nothing is closed while its work moves; those who report wait, and then find it passed on. */
export async function passEverythingOn(tx: Transaction, passing: Passing) {
  await tx.$queryRaw`
    SELECT 1 FROM "Directive" d WHERE ${inForce} AND EXISTS (
      SELECT 1 FROM "DirectiveReceipt" r JOIN (${ended(passing)}) e ON e."unitId" = r."unitId"
      WHERE r."directiveId" = d.id
    ) ORDER BY d.id FOR SHARE`;
  await tx.$queryRaw`
    SELECT 1 FROM "Assignment" a JOIN "Directive" d ON d.id = a."directiveId"
      JOIN (${ended(passing)}) e ON a."unitId" IN (e."unitId", e."successorId")
    WHERE ${inForce} ORDER BY a.id FOR UPDATE OF a`;
  const moves = [
    [endUnits, moveChildren, movePeople],
    [passReceipts, passAssignments, passPeriodicReports, nextPeriodDue, passExtensions],
    [copyReminders, copyUnitNotices, movePersonNotices],
    [joinGroups, renewGroups],
  ].flat();
  const all = [
    ...moves.map((move) => move(passing)),
    ...machineMoves(passing),
    ...draftMoves(passing),
  ];
  for (const move of all) await tx.$executeRaw(move);
}

/** The units that take over, from the first day of the new order. */
export const createUnits = (passing: Passing, units: NewUnit[]) => Prisma.sql`
  WITH made AS (
    INSERT INTO "Unit" AS u (id, code, name, "shortName", "kindCode", "parentId", phone, "validFrom")
    SELECT r.id, r.code, r.name, r."shortName", r."kindCode", r."parentId", r.phone,
           ${passing.day}::date
    FROM jsonb_to_recordset(${JSON.stringify(units)}::jsonb) AS r (
      id uuid, code text, name text, "shortName" text, "kindCode" text, "parentId" uuid, phone text
    ) RETURNING to_jsonb(u) AS after
  ) ${keepSteps(passing, "Unit", Prisma.sql`SELECT NULL::jsonb, after FROM made`)}`;

const endUnits = (passing: Passing) => Prisma.sql`
  WITH old AS (
    SELECT u.id, to_jsonb(u) AS before, e."successorId"
    FROM "Unit" u JOIN (${ended(passing)}) e ON e."unitId" = u.id FOR UPDATE OF u
  ), changed AS (
    UPDATE "Unit" u SET "validTo" = ${passing.day}::date, "successorId" = old."successorId",
           version = u.version + 1
    FROM old WHERE u.id = old.id RETURNING old.before, to_jsonb(u) AS after
  ) ${keepSteps(passing, "Unit", Prisma.sql`SELECT before, after FROM changed`)}`;

/** What stood under an ended unit stands under its successor; the ended keep theirs as history. */
const moveChildren = (passing: Passing) => Prisma.sql`
  WITH gone AS (${ended(passing)}), old AS (
    SELECT u.id, to_jsonb(u) AS before, nullif(e."successorId", u.id) AS parent
    FROM "Unit" u JOIN gone e ON e."unitId" = u."parentId"
    WHERE u.id NOT IN (SELECT "unitId" FROM gone)
      AND (u."validTo" IS NULL OR u."validTo" > ${passing.day}::date) FOR UPDATE OF u
  ), changed AS (
    UPDATE "Unit" u SET "parentId" = old.parent, version = u.version + 1
    FROM old WHERE u.id = old.id RETURNING old.before, to_jsonb(u) AS after
  ) ${keepSteps(passing, "Unit", Prisma.sql`SELECT before, after FROM changed`)}`;

/** Accounts with their sessions: the next request finds the person in the new unit. */
const movePeople = (passing: Passing) => Prisma.sql`
  WITH changed AS (
    UPDATE "User" p SET "unitId" = e."successorId" FROM (${ended(passing)}) e
    WHERE p."unitId" = e."unitId"
    RETURNING jsonb_build_object('id', p.id, 'unitId', e."unitId") AS before,
              jsonb_build_object('id', p.id, 'unitId', p."unitId") AS after
  ) ${keepSteps(passing, "User", Prisma.sql`SELECT before, after FROM changed`)}`;

/** One receipt for the successor: opened and taken on only if all its predecessors had done so. */
const passReceipts = (passing: Passing) => Prisma.sql`
  WITH open AS (
    SELECT r.*, to_jsonb(r) AS before, e."successorId"
    FROM "DirectiveReceipt" r JOIN (${ended(passing)}) e ON e."unitId" = r."unitId"
      JOIN "Directive" d ON d.id = r."directiveId"
    WHERE ${inForce} AND ${openReceipt} FOR UPDATE OF r
  ), marked AS (
    UPDATE "DirectiveReceipt" r
    SET "passedAt" = ${passing.at}::timestamptz, "passedToId" = o."successorId" FROM open o
    WHERE r."directiveId" = o."directiveId" AND r."unitId" = o."unitId"
    RETURNING o.before, to_jsonb(r) AS after
  ), heir AS (
    SELECT "directiveId", "successorId", min("deliveredAt") AS "deliveredAt",
           bool_and("openedAt" IS NOT NULL) AS opened, max("openedAt") AS "openedAt",
           (array_agg("openedById" ORDER BY "openedAt" DESC NULLS LAST))[1] AS "openedById",
           bool_and("acknowledgedAt" IS NOT NULL) AS acknowledged,
           max("acknowledgedAt") AS "acknowledgedAt",
           (array_agg(ARRAY["acknowledgedById"::text, "contactName", "contactPhone"]
                      ORDER BY "acknowledgedAt" DESC NULLS LAST))[1:1] AS contact
    FROM open GROUP BY 1, 2
  ), made AS (
    INSERT INTO "DirectiveReceipt" AS r ("directiveId", "unitId", "deliveredAt", "openedAt",
      "openedById", "acknowledgedAt", "acknowledgedById", "contactName", "contactPhone")
    SELECT "directiveId", "successorId", "deliveredAt",
           CASE WHEN opened THEN "openedAt" END, CASE WHEN opened THEN "openedById" END,
           CASE WHEN acknowledged THEN "acknowledgedAt" END,
           CASE WHEN acknowledged THEN contact[1][1]::uuid END,
           CASE WHEN acknowledged THEN contact[1][2] END,
           CASE WHEN acknowledged THEN contact[1][3] END
    FROM heir ON CONFLICT DO NOTHING RETURNING to_jsonb(r) AS after
  ) ${keepSteps(
    passing,
    "DirectiveReceipt",
    Prisma.sql`SELECT before, after FROM marked UNION ALL SELECT NULL, after FROM made`,
  )}`;

/**
 * One row for the successor, reported only if all of them were. Deadlines: the latest, so nobody
 * loses time. A unit that goes on and had its own row done has it open again for what came.
 */
const passAssignments = (passing: Passing) => Prisma.sql`
  WITH open AS (
    SELECT a.*, to_jsonb(a) AS before, e."successorId"
    FROM "Assignment" a JOIN (${ended(passing)}) e ON e."unitId" = a."unitId"
      JOIN "Directive" d ON d.id = a."directiveId"
    WHERE ${inForce} AND ${openAssignment} FOR UPDATE OF a
  ), marked AS (
    UPDATE "Assignment" a
    SET "passedAt" = ${passing.at}::timestamptz, "passedToId" = o."successorId"
    FROM open o WHERE a.id = o.id RETURNING o.before, to_jsonb(a) AS after
  ), heir AS (
    SELECT "directiveId", "obligationId", "successorId", min(role) AS role, max("lateAt") AS "lateAt",
           CASE WHEN bool_and("dueAt" IS NOT NULL) THEN max("dueAt") END AS "dueAt",
           CASE WHEN count(DISTINCT "assigneeId") = 1 THEN max("assigneeId"::text)::uuid END
             AS "assigneeId",
           min("startedAt") AS "startedAt",
           CASE WHEN bool_and("reportedAt" IS NOT NULL) THEN max("reportedAt") END AS "reportedAt",
           bool_and("nilReport") AS "nilReport",
           (array_agg("sentBackAt" ORDER BY "sentBackAt" DESC NULLS LAST))[1] AS "sentBackAt",
           (array_agg("sentBackById" ORDER BY "sentBackAt" DESC NULLS LAST))[1] AS "sentBackById",
           (array_agg("sentBackReason" ORDER BY "sentBackAt" DESC NULLS LAST))[1]
             AS "sentBackReason"
    FROM open GROUP BY 1, 2, 3
  ), own AS (
    SELECT a.id, to_jsonb(a) AS before FROM "Assignment" a
      JOIN heir h ON h."obligationId" = a."obligationId" AND h."successorId" = a."unitId"
  ), made AS (
    INSERT INTO "Assignment" AS a ("directiveId", "obligationId", "unitId", "dueAt", "assigneeId",
      "startedAt", "reportedAt", "nilReport", "sentBackAt", "sentBackById", "sentBackReason", role,
      "lateAt")
    SELECT "directiveId", "obligationId", "successorId", "dueAt", "assigneeId", "startedAt",
           "reportedAt", "nilReport", "sentBackAt", "sentBackById", "sentBackReason", role, "lateAt"
    FROM heir
    ON CONFLICT ("obligationId", "unitId") DO UPDATE SET
      "dueAt" = CASE WHEN num_nulls(a."dueAt", EXCLUDED."dueAt") = 0
                     THEN greatest(a."dueAt", EXCLUDED."dueAt") END,
      "reportedAt" = CASE WHEN num_nulls(a."reportedAt", EXCLUDED."reportedAt") = 0
                          THEN greatest(a."reportedAt", EXCLUDED."reportedAt") END,
      "nilReport" = a."nilReport" AND EXCLUDED."nilReport",
      "acceptedAt" = NULL, "acceptedById" = NULL
    RETURNING a.id, to_jsonb(a) AS after
  ) ${keepSteps(
    passing,
    "Assignment",
    Prisma.sql`SELECT before, after FROM marked
      UNION ALL SELECT own.before, made.after FROM made LEFT JOIN own ON own.id = made.id`,
  )}`;

/** The assignments that this plan made, each with those that it goes on from. */
const inherited = ({ id, at }: Passing) => Prisma.sql`
  SELECT h.id AS heir, a.id AS "from" FROM "Assignment" a
    JOIN "Assignment" h ON h."obligationId" = a."obligationId" AND h."unitId" = a."passedToId"
    JOIN "ReorganisationUnit" e ON e."unitId" = a."unitId" AND e."reorganisationId" = ${id}::uuid
  WHERE a."passedAt" = ${at}::timestamptz`;

/** A period counts as reported only if all predecessors reported it, and then at the latest time. */
const passPeriodicReports = (passing: Passing) => Prisma.sql`
  WITH made AS (
    INSERT INTO "PeriodicReport" AS p ("assignmentId", "dueAt", "reportedAt", "nilReport", "alarmedAt")
    SELECT i.heir, p."dueAt",
           CASE WHEN bool_and(p."reportedAt" IS NOT NULL) THEN max(p."reportedAt") END,
           bool_and(p."nilReport"), max(p."alarmedAt")
    FROM "PeriodicReport" p JOIN (${inherited(passing)}) i ON i."from" = p."assignmentId"
    GROUP BY 1, 2 ON CONFLICT DO NOTHING RETURNING to_jsonb(p) - 'alarmedAt' AS after
  ) ${keepSteps(passing, "PeriodicReport", Prisma.sql`SELECT NULL::jsonb, after FROM made`)}`;

/** Of a periodic obligation the deadline is that of the earliest report still missing. */
const nextPeriodDue = (passing: Passing) => Prisma.sql`
  WITH next AS (
    SELECT "assignmentId", min("dueAt") AS "dueAt" FROM "PeriodicReport"
    WHERE "reportedAt" IS NULL AND "assignmentId" IN (SELECT heir FROM (${inherited(passing)}) i)
    GROUP BY 1
  ), changed AS (
    UPDATE "Assignment" a SET "dueAt" = next."dueAt" FROM next
    WHERE a.id = next."assignmentId" RETURNING a.id, to_jsonb(a) AS after
  ) UPDATE "ReorganisationStep" s SET after = changed.after FROM changed
    WHERE s."reorganisationId" = ${passing.id}::uuid AND s.subject = 'Assignment'
      AND s.after ->> 'id' = changed.id::text`;

/** A request for more time waits on for the successor; of several, the one that was first. */
const passExtensions = (passing: Passing) => Prisma.sql`
  WITH first AS (
    SELECT DISTINCT ON (i.heir) x.id, i.heir, x."assignmentId" FROM "ExtensionRequest" x
      JOIN (${inherited(passing)}) i ON i."from" = x."assignmentId"
    WHERE x."decidedAt" IS NULL ORDER BY i.heir, x.at, x.id
  ), changed AS (
    UPDATE "ExtensionRequest" x SET "assignmentId" = first.heir FROM first WHERE x.id = first.id
    RETURNING jsonb_build_object('id', x.id, 'assignmentId', first."assignmentId") AS before,
              jsonb_build_object('id', x.id, 'assignmentId', x."assignmentId") AS after
  ) ${keepSteps(passing, "ExtensionRequest", Prisma.sql`SELECT before, after FROM changed`)}`;

/** Nudges not yet put away, about what went on; each once, however many units had it. */
const copyReminders = (passing: Passing) => Prisma.sql`
  WITH made AS (
    INSERT INTO "Reminder" AS m
      ("requestId", "directiveId", "unitId", message, "sentAt", "sentById")
    SELECT DISTINCT ON (m."requestId", r."passedToId")
           m."requestId", m."directiveId", r."passedToId", m.message, m."sentAt", m."sentById"
    FROM "Reminder" m JOIN (${ended(passing)}) e ON e."unitId" = m."unitId"
      JOIN "DirectiveReceipt" r ON r."directiveId" = m."directiveId" AND r."unitId" = m."unitId"
    WHERE m."seenAt" IS NULL AND r."passedAt" = ${passing.at}::timestamptz
    ORDER BY m."requestId", r."passedToId", m."sentAt"
    ON CONFLICT DO NOTHING RETURNING to_jsonb(m) - 'seenAt' AS after
  ) ${keepSteps(passing, "Reminder", Prisma.sql`SELECT NULL::jsonb, after FROM made`)}`;

const copyUnitNotices = (passing: Passing) => Prisma.sql`
  WITH made AS (
    INSERT INTO "Notice" AS n
      ("unitId", kind, title, body, "subjectType", "subjectId", cause, at)
    SELECT DISTINCT ON (e."successorId", n.cause)
           e."successorId", n.kind, n.title, n.body, n."subjectType", n."subjectId", n.cause, n.at
    FROM "Notice" n JOIN (${ended(passing)}) e ON e."unitId" = n."unitId"
    WHERE n."seenAt" IS NULL AND n."userId" IS NULL ORDER BY e."successorId", n.cause, n.at
    ON CONFLICT DO NOTHING RETURNING to_jsonb(n) - 'seenAt' - 'seenById' AS after
  ) ${keepSteps(passing, "Notice", Prisma.sql`SELECT NULL::jsonb, after FROM made`)}`;

const movePersonNotices = (passing: Passing) => Prisma.sql`
  WITH changed AS (
    UPDATE "Notice" n SET "unitId" = e."successorId" FROM (${ended(passing)}) e
    WHERE n."unitId" = e."unitId" AND n."userId" IS NOT NULL AND n."seenAt" IS NULL
    RETURNING jsonb_build_object('id', n.id, 'unitId', e."unitId") AS before,
              jsonb_build_object('id', n.id, 'unitId', n."unitId") AS after
  ) ${keepSteps(passing, "Notice", Prisma.sql`SELECT before, after FROM changed`)}`;

/** The ended unit stays named in the group: what is asked on an earlier day is answered as then. */
const joinGroups = (passing: Passing) => Prisma.sql`
  WITH made AS (
    INSERT INTO "_RecipientGroupToUnit" AS m ("A", "B")
    SELECT DISTINCT m."A", e."successorId"
    FROM "_RecipientGroupToUnit" m JOIN (${ended(passing)}) e ON e."unitId" = m."B"
    ON CONFLICT DO NOTHING RETURNING to_jsonb(m) AS after
  ) ${keepSteps(passing, "_RecipientGroupToUnit", Prisma.sql`SELECT NULL::jsonb, after FROM made`)}`;

/** Whoever has such a group open in a form is told that it changed. */
const renewGroups = (passing: Passing) => Prisma.sql`
  WITH changed AS (
    UPDATE "RecipientGroup" g SET version = g.version + 1
    WHERE g.id IN (
      SELECT (s.after ->> 'A')::uuid FROM "ReorganisationStep" s
      WHERE s."reorganisationId" = ${passing.id}::uuid AND s.subject = '_RecipientGroupToUnit')
    RETURNING jsonb_build_object('id', g.id, 'version', g.version - 1) AS before,
              jsonb_build_object('id', g.id, 'version', g.version) AS after
  ) ${keepSteps(passing, "RecipientGroup", Prisma.sql`SELECT before, after FROM changed`)}`;
