import "server-only";

import { recordAudit } from "@/lib/audit/record";
import type { Actor } from "@/lib/auth/actor";
import { inTransaction } from "@/lib/db";
import { Refusal, refuseUnless } from "@/lib/errors";
import { noticeUnits } from "@/lib/notifications/record";
import { formatInstant, now } from "@/lib/time";
import { setDeadlines } from "../deadlines/commands";
import { listDesks, listDistrictUnits } from "../desks/queries";
import { writeEntry } from "../entries/commands";
import type { EscalateIncident } from "../handling/schema";
import { canEscalateIncident } from "../policy";
import { holdIncident } from "../standing/queries";
import { refuseUnlessOpen } from "../standing/rules";

/** Vượt khả năng: district, police and support centre are in at once, and the initial report is owed. */
export async function escalateIncident(actor: Actor, { incidentId: id, reason }: EscalateIncident) {
  await inTransaction(async (tx) => {
    const incident = await holdIncident(tx, actor, id);
    refuseUnless(canEscalateIncident(actor, incident), "Đơn vị không tham gia sự cố này.");
    refuseUnlessOpen(incident);
    const at = now();
    const raised = await tx.incident.updateMany({
      where: { id, escalatedAt: null },
      data: {
        escalatedAt: at,
        escalatedById: actor.userId,
        escalateReason: reason,
        version: { increment: 1 },
      },
    });
    if (raised.count === 0) {
      const when = incident.escalatedAt ? ` từ ${formatInstant(incident.escalatedAt)}` : "";
      throw new Refusal("conflict", `Sự cố này đã được báo vượt khả năng${when}.`);
    }
    const desks = await listDesks(tx);
    await tx.incidentParty.createMany({
      data: desks.map(({ unitId, part }) => ({ incidentId: id, unitId, part, since: at })),
      skipDuplicates: true,
    });
    const { detectedAt, kind, statutoryClass } = incident;
    await setDeadlines(tx, id, {
      trigger: "escalated",
      from: at,
      detectedAt,
      kind,
      statutoryClass,
    });
    await writeEntry(tx, actor, { incidentId: id, kind: "escalate", text: reason });
    const told = [
      incident.unitId,
      ...(incident.handlerUnitId ? [incident.handlerUnitId] : []),
      ...desks.map(({ unitId }) => unitId),
      ...(await listDistrictUnits(tx)),
    ];
    await noticeUnits(tx, [...new Set(told)], {
      kind: "incident.escalate",
      title: `${incident.name}: ${incident.unit.shortName} báo vượt khả năng`,
      body: reason,
      subject: { type: "incident", id },
      cause: `incident:${id}:escalate`,
    });
    await recordAudit(tx, actor, {
      action: "incident.escalate",
      subject: { type: "incident", id },
      after: { reason, escalatedAt: at },
      details: { number: incident.code, reason, units: desks.length },
    });
  });
}
