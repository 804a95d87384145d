import "server-only";

import { recordAudit } from "@/lib/audit/record";
import type { Actor } from "@/lib/auth/actor";
import { inTransaction, type Transaction } from "@/lib/db";
import { Refusal, refuseUnless } from "@/lib/errors";
import { now } from "@/lib/time";
import { dropDeadlines } from "../deadlines/commands";
import { writeEntry } from "../entries/commands";
import { tellUnit } from "../handling/commands";
import type { MergeIncident } from "../handling/schema";
import { canMergeIncident, visibleIncidents } from "../policy";
import { reachIncidents } from "../reach/queries";
import { holdIncident } from "../standing/queries";
import { refuseStale, refuseUnlessOpen } from "../standing/rules";

/** The same thing told twice: one case goes on, the other points at it and its unit may follow along. */
export async function mergeIncident(actor: Actor, input: MergeIncident) {
  const { incidentId: id } = input;
  await inTransaction(async (tx) => {
    await reachIncidents(tx, actor);
    const intoId = await findByCode(tx, actor, input.into);
    if (intoId === id) throw new Refusal("invalid", "Chọn một sự cố khác để gộp vào.");
    // In one order always: two who merge crosswise must not wait for each other.
    await tx.$queryRaw`
      SELECT 1 FROM "Incident" WHERE id = ANY (${[id, intoId]}::uuid[]) ORDER BY id FOR UPDATE`;
    const incident = await holdIncident(tx, actor, id);
    const into = await holdIncident(tx, actor, intoId);
    const allowed = canMergeIncident(actor, incident) && canMergeIncident(actor, into);
    refuseUnless(allowed, "Chỉ huyện và Công an gộp sự cố.");
    refuseUnlessOpen(incident);
    refuseUnlessOpen(into);
    refuseStale(incident, input);
    if (incident.drillId !== into.drillId) {
      throw new Refusal("invalid", "Không gộp sự cố diễn tập với sự cố thật.");
    }
    await tx.incident.update({
      where: { id, version: incident.version },
      data: { state: "merged", mergedIntoId: intoId, version: { increment: 1 } },
      select: { id: true },
    });
    await tx.incident.update({
      where: { id: intoId },
      data: { version: { increment: 1 } },
      select: { id: true },
    });
    await dropDeadlines(tx, id);
    await tx.incidentParty.createMany({
      data: { incidentId: intoId, unitId: incident.unitId, part: "merged", since: now() },
      skipDuplicates: true,
    });
    await writeEntry(tx, actor, {
      incidentId: id,
      kind: "merge",
      text: `Gộp vào ${into.code} của ${into.unit.name}.`,
    });
    await writeEntry(tx, actor, {
      incidentId: intoId,
      kind: "merge",
      text: `${incident.code} của ${incident.unit.name} được gộp vào đây: ${incident.what}`,
    });
    await tellUnit(tx, incident, {
      title: `${incident.name} được gộp vào ${into.code}`,
      body: "Cùng một sự việc, xử lý chung.",
      cause: `incident:${id}:merged`,
    });
    await recordAudit(tx, actor, {
      action: "incident.merge",
      subject: { type: "incident", id },
      after: { mergedIntoId: intoId },
      details: { number: incident.code, name: into.code },
    });
  });
}

async function findByCode(tx: Transaction, actor: Actor, code: string) {
  const [prefix, year, number] = code.split("-");
  const found = await tx.incident.findFirst({
    where: {
      AND: visibleIncidents(actor),
      year: Number(year),
      number: Number(number),
      drillId: prefix === "DT" ? { not: null } : null,
    },
    select: { id: true },
  });
  if (!found) throw new Refusal("not-found", `Không tìm thấy sự cố ${code}.`);
  return found.id;
}
