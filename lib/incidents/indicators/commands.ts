import "server-only";

import { recordAudit } from "@/lib/audit/record";
import type { Actor } from "@/lib/auth/actor";
import { inTransaction, Prisma, type Transaction } from "@/lib/db";
import { Refusal, refuseUnless } from "@/lib/errors";
import { noticeRows } from "@/lib/notifications/record";
import { now } from "@/lib/time";
import { listDistrictUnits } from "../desks/queries";
import { writeEntry } from "../entries/commands";
import { canAddToIncident } from "../policy";
import { reachIncidents } from "../reach/queries";
import { caseCode } from "../rules";
import { type HeldIncident, holdIncident } from "../standing/queries";
import { refuseUnlessOpen } from "../standing/rules";
import { findMatches } from "./queries";
import { defang, readIndicator } from "./rules";
import type { AddIndicators } from "./schema";

/** A line an indicator; one that cannot be read refuses all, so that nothing typed is half kept. */
export async function addIndicators(actor: Actor, input: AddIndicators) {
  const { incidentId, kind, text, note } = input;
  const read = text.map((line) => ({ line, indicator: readIndicator(line, kind) }));
  const wrong = read.filter(({ indicator }) => indicator === null);
  if (wrong.length > 0) {
    const lines = wrong.map(({ line }) => `“${line.slice(0, 60)}”`).join(", ");
    throw new Refusal("invalid", `Không đọc được dấu hiệu: ${lines}. Sửa dòng này hoặc chọn loại.`);
  }
  const indicators = read.flatMap(({ indicator }) => (indicator ? [indicator] : []));

  return inTransaction(async (tx) => {
    const incident = await holdIncident(tx, actor, incidentId);
    refuseUnless(canAddToIncident(actor, incident), "Đơn vị không tham gia sự cố này.");
    refuseUnlessOpen(incident);
    const at = now();
    const added = await tx.incidentIndicator.createManyAndReturn({
      data: indicators.map((indicator) => ({
        id: crypto.randomUUID(),
        incidentId,
        ...indicator,
        note,
        addedAt: at,
        addedById: actor.userId,
      })),
      select: { kind: true, value: true },
      skipDuplicates: true,
    });
    if (added.length === 0) throw new Refusal("conflict", "Các dấu hiệu này đã có trong sự cố.");
    await writeEntry(tx, actor, {
      incidentId,
      kind: "indicator",
      text: `Thêm dấu hiệu: ${added.map(defang).join(", ")}${note ? `. ${note}` : ""}`,
    });
    const matches = await tellOfMatches(tx, actor, incident);
    await recordAudit(tx, actor, {
      action: "incident.add-indicators",
      subject: { type: "incident", id: incidentId },
      after: { indicators: added, note },
      details: { number: incident.code, name: added.map(defang) },
    });
    return { added: added.length, matches };
  });
}

/** The handlers of both cases and the district, once for each pair. */
async function tellOfMatches(tx: Transaction, actor: Actor, incident: HeldIncident) {
  const matches = await findMatches(tx, incident.id);
  await reachIncidents(tx, actor);
  const others = [...new Map(matches.map((match) => [match.incidentId, match])).values()];
  const district = await listDistrictUnits(tx);
  const rows = others.flatMap((other) => {
    const pair = [incident.id, other.incidentId].sort().join(":");
    const here = { id: incident.id, code: incident.code, unitName: incident.unit.name };
    const there = { id: other.incidentId, code: caseCode(other), unitName: other.unitName };
    const row = (unit: string, of: typeof here, opposite: typeof here) => ({
      unit,
      title: `${of.code}: trùng dấu hiệu với ${opposite.code} của ${opposite.unitName}`,
      body: defang(other),
      subject: of.id,
      cause: `incident-match:${pair}:${of.id}`,
    });
    const told = new Set([...district, ...ownOf(incident)]);
    return [
      ...[...told].map((unit) => row(unit, here, there)),
      ...ownOf(other).map((unit) => row(unit, there, here)),
    ];
  });
  if (rows.length > 0) {
    await noticeRows(
      tx,
      Prisma.sql`SELECT r.unit, NULL::uuid AS person, 'incident.match' AS kind, r.title, r.body,
                   'incident' AS "subjectType", r.subject AS "subjectId", r.cause
                 FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
                   AS r (unit uuid, title text, body text, subject uuid, cause text)`,
    );
  }
  return others.length;
}

const ownOf = ({ handlerUnitId }: { handlerUnitId: string | null }) =>
  handlerUnitId ? [handlerUnitId] : [];
