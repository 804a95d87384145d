import "server-only";

import { recordAudit } from "@/lib/audit/record";
import type { Actor } from "@/lib/auth/actor";
import { inTransaction, Prisma, type Transaction } from "@/lib/db";
import { noticeRows } from "@/lib/notifications/record";
import { formatDue, now } from "@/lib/time";
import { listDistrictUnits } from "../../desks/queries";
import { reachAllIncidents } from "../../reach/queries";
import { caseName } from "../../rules";
import { dutyLabel } from "../labels";

/** Every minute: deadlines that near are told to unit and handlers, those that passed also to the district. */
export async function watchDeadlines(actor: Actor) {
  await inTransaction(async (tx) => {
    await reachAllIncidents(tx);
    const late = await claim(tx, "lateToldAt", Prisma.sql`d."dueAt" < ${now()}::timestamptz`);
    // The last quarter of the time, a day at most: the same as `soonFrom` of the rules.
    const soon = await claim(
      tx,
      "soonToldAt",
      Prisma.sql`d."dueAt" >= ${now()}::timestamptz AND d."dueAt"
        - least((d."dueAt" - d."from") / 4, interval '24 hours') <= ${now()}::timestamptz`,
    );
    if (late.length + soon.length === 0) return;
    const district = late.length > 0 ? await listDistrictUnits(tx) : [];
    const rows = [
      ...late.flatMap((one) => rowsOf(one, "incident.overdue", district)),
      ...soon.flatMap((one) => rowsOf(one, "incident.due", [])),
    ];
    await noticeRows(
      tx,
      Prisma.sql`SELECT r.unit, NULL::uuid AS person, r.kind, r.title, r.body,
                   'incident' AS "subjectType", r.subject AS "subjectId", r.cause
                 FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
                   AS r (unit uuid, kind text, title text, body text, subject uuid, cause text)`,
    );
    await recordAudit(tx, actor, {
      action: "incident-deadline.remind",
      subject: { type: "system", id: actor.userId },
      details: { reminders: rows.length, late: late.length > 0 },
    });
  });
}

type Claimed = {
  id: string;
  duty: string;
  dueAt: Date;
  incidentId: string;
  year: number;
  number: number;
  drillId: string | null;
  unitId: string;
  handlerUnitId: string | null;
};

/** Claimed by the update: two jobs at once tell everyone once. */
function claim(tx: Transaction, mark: "lateToldAt" | "soonToldAt", when: Prisma.Sql) {
  const column = Prisma.raw(`"${mark}"`);
  return tx.$queryRaw<Claimed[]>`
    UPDATE "IncidentDeadline" d SET ${column} = ${now()}::timestamptz
    FROM "IncidentFact" i
    WHERE i.id = d."incidentId" AND d."metAt" IS NULL AND d."droppedAt" IS NULL
      AND d.${column} IS NULL AND ${when}
    RETURNING d.id, d.duty, d."dueAt", d."incidentId", i.year, i.number, i."drillId", i."unitId",
              i."handlerUnitId"`;
}

function rowsOf(one: Claimed, kind: "incident.due" | "incident.overdue", others: string[]) {
  const units = [one.unitId, ...(one.handlerUnitId ? [one.handlerUnitId] : []), ...others];
  return [...new Set(units)].map((unit) => ({
    unit,
    kind,
    title: `${caseName(one)}: ${dutyLabel(one.duty)} ${formatDue(one.dueAt)}`,
    body: "",
    subject: one.incidentId,
    cause: `${kind}:${one.id}:${one.dueAt.toISOString()}`,
  }));
}
