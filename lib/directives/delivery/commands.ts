import "server-only";

import type { Transaction } from "@/lib/db";
import { Refusal } from "@/lib/errors";
import { dueTimes } from "../periodic/rules";
import { recurrenceSchema } from "../periodic/schema";

/**
 * Copies, obligations and periodic reports for all units that the recipients mean on that day, in
 * one statement. A unit that answers for an obligation does not cooperate in it besides.
 */
export async function deliverDirective(tx: Transaction, id: string, day: string, at: Date) {
  const periodic = await listDueTimes(tx, id, at);
  const [counts] = await tx.$queryRaw<{ units: number; assignments: number }[]>`
    WITH recipient AS (
      SELECT o.id AS obligation, r."groupId", r."unitId", 'lead'::"AssignmentRole" AS role
      FROM "DirectiveSection" s JOIN "SectionRecipient" r ON r."sectionId" = s.id
      JOIN "Obligation" o ON o."sectionId" = s.id
      WHERE s."directiveId" = ${id}::uuid
      UNION ALL
      SELECT o.id, c."groupId", c."unitId", 'cooperating'
      FROM "DirectiveSection" s JOIN "Obligation" o ON o."sectionId" = s.id
      JOIN "ObligationCooperator" c ON c."obligationId" = o.id
      WHERE s."directiveId" = ${id}::uuid
    ), target AS (
      SELECT obligation, role, "unitId" AS unit FROM recipient WHERE "unitId" IS NOT NULL
      UNION
      SELECT r.obligation, r.role, u.id FROM recipient r
        JOIN "RecipientGroup" g ON g.id = r."groupId" JOIN "Unit" u ON u."kindCode" = ANY (g."kindCodes")
      UNION
      SELECT r.obligation, r.role, m."B"
      FROM recipient r JOIN "_RecipientGroupToUnit" m ON m."A" = r."groupId"
    ), living AS (
      SELECT t.obligation, t.unit, min(t.role) AS role
      FROM target t JOIN "Unit" u ON u.id = t.unit
      WHERE u."validFrom" <= ${day}::date AND (u."validTo" IS NULL OR u."validTo" > ${day}::date)
      GROUP BY t.obligation, t.unit
    ), due AS (
      SELECT * FROM unnest(${periodic.obligations}::uuid[], ${periodic.times}::timestamptz[])
        AS due (obligation, at)
    ), receipt AS (
      INSERT INTO "DirectiveReceipt" ("directiveId", "unitId", "deliveredAt")
      SELECT DISTINCT ${id}::uuid, unit, ${at}::timestamptz FROM living
      RETURNING 1
    ), assignment AS (
      INSERT INTO "Assignment" ("directiveId", "obligationId", "unitId", role, "dueAt")
      SELECT ${id}::uuid, o.id, l.unit, l.role, coalesce(first.at, o."dueAt")
      FROM living l JOIN "Obligation" o ON o.id = l.obligation
      LEFT JOIN (SELECT obligation, min(at) AS at FROM due GROUP BY 1) first
        ON first.obligation = o.id
      RETURNING id, "obligationId"
    ), report AS (
      INSERT INTO "PeriodicReport" ("assignmentId", "dueAt")
      SELECT a.id, due.at FROM assignment a JOIN due ON due.obligation = a."obligationId"
      RETURNING 1
    )
    SELECT (SELECT count(*)::int FROM receipt) AS units,
           (SELECT count(*)::int FROM assignment) AS assignments`;
  const { units = 0, assignments = 0 } = counts ?? {};
  if (units > 0) return { units, assignments };
  throw new Refusal("invalid", "Không có đơn vị nào còn hoạt động trong nơi nhận đã chọn.");
}

/** Two columns of one table: which obligation, when. */
async function listDueTimes(tx: Transaction, directiveId: string, at: Date) {
  const found = await tx.obligation.findMany({
    where: { section: { directiveId } },
    select: { id: true, recurrence: true },
  });
  const due = found.flatMap(({ id, recurrence }) =>
    recurrence === null
      ? []
      : dueTimes(recurrenceSchema.parse(recurrence), at).map((time) => ({ id, time })),
  );
  return { obligations: due.map(({ id }) => id), times: due.map(({ time }) => time) };
}
