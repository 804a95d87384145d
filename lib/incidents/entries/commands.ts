import "server-only";

import { recordAudit } from "@/lib/audit/record";
import type { Actor } from "@/lib/auth/actor";
import { inTransaction, type Transaction } from "@/lib/db";
import { visibleDuty } from "@/lib/duty/policy";
import { Refusal, refuseUnless } from "@/lib/errors";
import { formatInstant, now } from "@/lib/time";
import { canAddToIncident } from "../policy";
import { holdIncident } from "../standing/queries";
import { refuseFuture, refuseUnlessOpen } from "../standing/rules";
import type { AddEntry, EntryKind, LinkLog } from "./schema";

type NewEntry = {
  id?: string;
  incidentId: string;
  kind: EntryKind;
  text: string;
  happenedAt?: Date;
};

/** One line of the timeline, in the command's own transaction. */
export async function writeEntry(tx: Transaction, actor: Actor, entry: NewEntry) {
  const at = now();
  await tx.incidentEntry.create({
    data: {
      ...entry,
      happenedAt: entry.happenedAt ?? at,
      recordedAt: at,
      byId: actor.userId,
      byName: actor.fullName,
      unitName: actor.unitName,
    },
    select: { id: true },
  });
}

/** Something happened; told now, whenever it was. Sent twice it is one entry. */
export async function addEntry(actor: Actor, input: AddEntry) {
  const { incidentId, requestId: id, text, happenedAt } = input;
  await inTransaction(async (tx) => {
    const incident = await holdIncident(tx, actor, incidentId);
    if (await tx.incidentEntry.findFirst({ where: { id, incidentId }, select: { id: true } })) {
      return;
    }
    refuseUnless(canAddToIncident(actor, incident), "Đơn vị không tham gia sự cố này.");
    refuseUnlessOpen(incident);
    refuseFuture(happenedAt, "Việc này");
    await writeEntry(tx, actor, { id, incidentId, kind: "note", text, happenedAt });
    await recordAudit(tx, actor, {
      action: "incident.add-entry",
      subject: { type: "incident", id: incidentId },
      after: { id, text, happenedAt },
      details: { number: incident.code },
    });
  });
}

/** An entry of the shift log tells of this case. */
export async function linkLogEntry(actor: Actor, { incidentId, logEntryId }: LinkLog) {
  await inTransaction(async (tx) => {
    const incident = await holdIncident(tx, actor, incidentId);
    refuseUnless(canAddToIncident(actor, incident), "Đơn vị không tham gia sự cố này.");
    await attachLogEntry(tx, actor, { incidentId, logEntryId });
    await recordAudit(tx, actor, {
      action: "incident.link-log",
      subject: { type: "incident", id: incidentId },
      after: { logEntryId },
      details: { number: incident.code },
    });
  });
}

/** Only what the actor may read in the log may be linked. */
export async function attachLogEntry(tx: Transaction, actor: Actor, link: LinkLog) {
  const entry = await tx.shiftLogEntry.findFirst({
    where: { id: link.logEntryId, AND: visibleDuty(actor) },
    select: { happenedAt: true, text: true },
  });
  if (!entry) throw new Refusal("not-found", "Không tìm thấy mục này trong sổ trực.");
  const { count } = await tx.incidentLogLink.createMany({
    data: { ...link, at: now(), byId: actor.userId },
    skipDuplicates: true,
  });
  if (count === 0) return;
  await writeEntry(tx, actor, {
    incidentId: link.incidentId,
    kind: "link",
    text: `Sổ trực ${formatInstant(entry.happenedAt)}: ${entry.text}`,
  });
}
