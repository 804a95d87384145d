import "server-only";

import { recordAudit } from "@/lib/audit/record";
import type { Actor } from "@/lib/auth/actor";
import { inTransaction, type Transaction } from "@/lib/db";
import { Refusal, refuseUnless } from "@/lib/errors";
import { now } from "@/lib/time";
import { dropDeadlines, setDeadlines } from "../deadlines/commands";
import { writeEntry } from "../entries/commands";
import { tellUnit } from "../handling/commands";
import type { MoveIncident } from "../handling/schema";
import { hindranceWords, stateLabels } from "../labels";
import { canHandleIncident, canTakeIncident } from "../policy";
import { hindranceOf, instantsAfter } from "../rules";
import { type HeldIncident, holdIncident } from "../standing/queries";
import { refuseStale } from "../standing/rules";

/** To the next step, back to an earlier one, or to the end. Of two handlers at once the second is told. */
export async function moveIncident(actor: Actor, input: MoveIncident) {
  const { incidentId: id, to, reason } = input;
  await inTransaction(async (tx) => {
    const incident = await holdIncident(tx, actor, id);
    // Whether it is one at all may be decided before anyone has taken it.
    const judging = to === "rejected" || to === "received";
    const allowed =
      canHandleIncident(actor, incident) ||
      (judging && incident.part === "police" && canTakeIncident(actor, incident));
    refuseUnless(allowed, "Chỉ đơn vị xử lý và huyện chuyển bước.");
    refuseStale(incident, input);
    await refuseHindered(tx, incident, input);

    const at = now();
    const words = to === "closed" ? closingWords(incident, input) : {};
    await tx.incident.update({
      where: { id, version: incident.version, state: incident.state },
      data: {
        state: to,
        ...instantsAfter(incident, to, at),
        closedById: to === "closed" ? actor.userId : null,
        stateReason: reason,
        ...words,
        version: { increment: 1 },
      },
      select: { id: true },
    });
    await owe(tx, incident, { to, at });
    await writeEntry(tx, actor, {
      incidentId: id,
      kind: "state",
      text: `${stateLabels[to].text}${reason ? `. Lý do: ${reason}` : ""}${to === "closed" ? `. Kết quả: ${input.resolution || incident.resolution}` : ""}`,
    });
    await tellUnit(tx, incident, {
      title: `${incident.name}: ${stateLabels[to].text.toLowerCase()}`,
      body: reason,
      cause: `incident:${id}:state:${incident.version + 1}`,
    });
    await recordAudit(tx, actor, {
      action: auditAction(incident, to),
      subject: { type: "incident", id },
      before: { state: incident.state },
      after: { state: to, reason, ...words },
      details: { number: incident.code, ...(reason ? { reason } : {}) },
    });
  });
}

const closingWords = (incident: HeldIncident, input: MoveIncident) => ({
  cause: input.cause || incident.cause,
  resolution: input.resolution || incident.resolution,
  lessons: input.lessons || incident.lessons,
});

async function refuseHindered(tx: Transaction, incident: HeldIncident, input: MoveIncident) {
  const { id: incidentId } = incident;
  const openMandatoryTasks = await tx.incidentTask.count({
    where: { incidentId, mandatory: true, doneAt: null },
  });
  const reports = await tx.incidentReport.groupBy({
    by: ["kind"],
    where: { incidentId },
    _count: true,
  });
  const countOf = (kind: string) => reports.find((row) => row.kind === kind)?._count ?? 0;
  const hindrance = hindranceOf({
    state: incident.state,
    to: input.to,
    handlerUnitId: incident.handlerUnitId,
    openMandatoryTasks,
    initialReports: countOf("initial"),
    closingReports: countOf("closing"),
    reason: input.reason,
    resolution: input.resolution || incident.resolution,
  });
  if (!hindrance) return;
  const kind = hindrance === "no-way" ? "conflict" : "invalid";
  throw new Refusal(kind, hindranceWords[hindrance]);
}

/** The end of the response starts a deadline; what is no incident owes nothing; what is one again does. */
async function owe(
  tx: Transaction,
  incident: HeldIncident,
  { to, at }: { to: MoveIncident["to"]; at: Date },
) {
  const { id, detectedAt, kind, statutoryClass } = incident;
  const of = { detectedAt, kind, statutoryClass };
  if (to === "rejected") await dropDeadlines(tx, id);
  if (to === "review") await setDeadlines(tx, id, { trigger: "ended", from: at, ...of });
  if (to === "received") {
    await setDeadlines(tx, id, { trigger: "detected", from: detectedAt, ...of });
  }
}

function auditAction({ state }: HeldIncident, to: MoveIncident["to"]) {
  if (to === "closed") return "incident.close";
  if (to === "rejected") return "incident.reject";
  return state === "closed" || state === "rejected" ? "incident.reopen" : "incident.move";
}
