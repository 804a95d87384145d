import "server-only";

import { recordAudit } from "@/lib/audit/record";
import type { Actor } from "@/lib/auth/actor";
import { inTransaction } from "@/lib/db";
import { Refusal, refuseUnless } from "@/lib/errors";
import { now } from "@/lib/time";
import { writeEntry } from "../entries/commands";
import { canAddToIncident } from "../policy";
import { holdIncident } from "../standing/queries";
import { refuseUnlessOpen } from "../standing/rules";
import { findStep } from "./labels";
import type { TickStep } from "./schema";

/** A step of the card is done: by whom and when goes into the timeline. Ticked by two it is ticked once. */
export async function tickStep(actor: Actor, { incidentId, step: key }: TickStep) {
  await inTransaction(async (tx) => {
    const incident = await holdIncident(tx, actor, incidentId);
    refuseUnless(canAddToIncident(actor, incident), "Đơn vị không tham gia sự cố này.");
    refuseUnlessOpen(incident);
    const step = findStep(incident.sign, key);
    if (!step) throw new Refusal("not-found", "Không có bước này trong thẻ.");
    const { count } = await tx.incidentStep.createMany({
      data: {
        incidentId,
        step: key,
        tickedAt: now(),
        byId: actor.userId,
        byName: actor.fullName,
      },
      skipDuplicates: true,
    });
    if (count === 0) return;
    await writeEntry(tx, actor, { incidentId, kind: "step", text: step.text });
    await recordAudit(tx, actor, {
      action: "incident.tick-step",
      subject: { type: "incident", id: incidentId },
      after: { step: key },
      details: { number: incident.code, name: step.text },
    });
  });
}
