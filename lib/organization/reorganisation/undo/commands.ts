import "server-only";

import { Prisma, type Transaction } from "@/lib/db";

/**
 * What the moves touch, in the order it is put back: the rows the plan made go, what it took away
 * comes back, and of what it changed these columns are set as they were.
 */
const touched: { table: string; key: string[]; columns: string[] }[] = [
  { table: "SectionRecipient", key: ["id"], columns: [] },
  { table: "Directive", key: ["id"], columns: ["version"] },
  { table: "RecipientGroup", key: ["id"], columns: ["version"] },
  { table: "_RecipientGroupToUnit", key: ["A", "B"], columns: [] },
  { table: "Notice", key: ["id"], columns: ["unitId"] },
  { table: "Reminder", key: ["id"], columns: [] },
  { table: "ObligationCooperator", key: ["id"], columns: [] },
  { table: "ExtensionRequest", key: ["id"], columns: ["assignmentId"] },
  { table: "PeriodicReport", key: ["id"], columns: [] },
  {
    table: "Assignment",
    key: ["id"],
    columns: "passedAt passedToId dueAt reportedAt nilReport acceptedAt acceptedById".split(" "),
  },
  {
    table: "DirectiveReceipt",
    key: ["directiveId", "unitId"],
    columns: ["passedAt", "passedToId"],
  },
  {
    table: "AdvisoryHandling",
    key: ["advisoryId", "unitId"],
    columns:
      "passedAt passedToId state edition dueAt seenAt total affected patched mitigated note closedAt acceptUntil acceptReason acceptedBy reviewedAt reviewedBy version".split(
        " ",
      ),
  },
  {
    table: "SweepResult",
    key: ["roundId", "unitId"],
    columns:
      "servers serversChecked workstations workstationsChecked malwareFound malwareRemoved vulnerabilitiesFound vulnerabilitiesFixed hunts".split(
        " ",
      ),
  },
  { table: "UnitProduct", key: ["unitId", "productId"], columns: [] },
  {
    table: "UnitInventory",
    key: ["unitId"],
    columns: "servers workstations networkDevices otherProducts note confirmedAt version".split(
      " ",
    ),
  },
  { table: "InformationSystem", key: ["id"], columns: ["unitId", "version"] },
  { table: "User", key: ["id"], columns: ["unitId"] },
  { table: "Unit", key: ["id"], columns: ["validTo", "successorId", "parentId", "version"] },
];

/** How many of the plan's rows are no longer as it left them, table by table. */
export async function findChangedRows(tx: Transaction, reorganisationId: string) {
  const counts = await tx.$queryRaw<{ table: string; rows: number }[]>(
    Prisma.join(
      touched.map(
        ({ table, key }) => Prisma.sql`
          SELECT ${table} AS table, count(*)::int AS rows
          FROM (${steps(table, reorganisationId)}) s
            LEFT JOIN ${name(table)} t ON ${sameRow(key, Prisma.sql`s.after`)}
          WHERE s.after IS NOT NULL AND NOT coalesce(to_jsonb(t) @> s.after, false)`,
      ),
      " UNION ALL ",
    ),
  );
  return counts.filter(({ rows }) => rows > 0);
}

export async function putEverythingBack(tx: Transaction, reorganisationId: string) {
  await tx.notice.deleteMany({ where: { cause: `reorganisation:${reorganisationId}` } });
  for (const { table, key, columns } of touched) {
    const kept = steps(table, reorganisationId);
    if (columns.length > 0) {
      await tx.$executeRaw`
        UPDATE ${name(table)} t
        SET ${Prisma.join(columns.map((column) => Prisma.sql`${name(column)} = r.${name(column)}`))}
        FROM (SELECT (jsonb_populate_record(NULL::${name(table)}, s.before)).*
              FROM (${kept}) s WHERE s.before IS NOT NULL AND s.after IS NOT NULL) r
        WHERE ${Prisma.join(
          key.map((part) => Prisma.sql`t.${name(part)} = r.${name(part)}`),
          " AND ",
        )}`;
    }
    await tx.$executeRaw`
      DELETE FROM ${name(table)} t USING (${kept}) s
      WHERE s.before IS NULL AND ${sameRow(key, Prisma.sql`s.after`)}`;
    await tx.$executeRaw`
      INSERT INTO ${name(table)} SELECT (jsonb_populate_record(NULL::${name(table)}, s.before)).*
      FROM (${kept}) s WHERE s.after IS NULL`;
  }
}

const steps = (table: string, reorganisationId: string) => Prisma.sql`
  SELECT before, after FROM "ReorganisationStep"
  WHERE "reorganisationId" = ${reorganisationId}::uuid AND subject = ${table}`;

/** Identifiers come from the list above alone. */
const name = (identifier: string) => Prisma.raw(`"${identifier}"`);

const sameRow = (key: string[], json: Prisma.Sql) =>
  Prisma.join(
    key.map((part) => Prisma.sql`t.${name(part)} = (${json} ->> ${part})::uuid`),
    " AND ",
  );
