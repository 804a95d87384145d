import "server-only";

import { recordAudit } from "@/lib/audit/record";
import type { Actor } from "@/lib/auth/actor";
import { inTransaction, type Transaction } from "@/lib/db";
import { Refusal, refuseUnless } from "@/lib/errors";
import { now } from "@/lib/time";
import { writeEntry } from "../entries/commands";
import { canHandleIncident, canManageIncidentRules } from "../policy";
import { holdIncident } from "../standing/queries";
import { dutyLabel, ruleSpanWords } from "./labels";
import { loadIncidentRules } from "./queries";
import { minutesOf, type Occasion, owedBy } from "./rules";
import type {
  CreateIncidentRule,
  DeadlineDuty,
  DeleteIncidentRule,
  MeetDeadline,
  SaveIncidentRule,
} from "./schema";

/** What the law of that day asks for from now on; asked again it is counted anew, unless it is done. */
export async function setDeadlines(tx: Transaction, incidentId: string, occasion: Occasion) {
  const owed = owedBy(await loadIncidentRules(tx, occasion.detectedAt), occasion);
  if (owed.length === 0) return;
  await tx.$executeRaw`
    INSERT INTO "IncidentDeadline" AS d
      ("incidentId", "ruleId", duty, "from", "dueAt", recipients, source)
    SELECT ${incidentId}::uuid, r."ruleId", r.duty, r."from", r."dueAt",
           ARRAY(SELECT jsonb_array_elements_text(r.recipients)), r.source
    FROM jsonb_to_recordset(${JSON.stringify(owed)}::jsonb) AS r ("ruleId" uuid, duty text,
      "from" timestamptz, "dueAt" timestamptz, recipients jsonb, source text)
    ON CONFLICT ("incidentId", "ruleId") DO UPDATE
      SET "from" = EXCLUDED."from", "droppedAt" = NULL,
          -- Counted from the same moment it keeps its time, whatever became of the rule since.
          "dueAt" = CASE WHEN d."from" = EXCLUDED."from" THEN d."dueAt" ELSE EXCLUDED."dueAt" END,
          "soonToldAt" = CASE WHEN d."from" = EXCLUDED."from" THEN d."soonToldAt" END,
          "lateToldAt" = CASE WHEN d."from" = EXCLUDED."from" THEN d."lateToldAt" END
      WHERE d."metAt" IS NULL`;
}

/** Those that the new classification no longer asks for are dropped, and come back with it. */
export async function renewDeadlines(tx: Transaction, incidentId: string, occasion: Occasion) {
  const owed = owedBy(await loadIncidentRules(tx, occasion.detectedAt), occasion);
  await tx.incidentDeadline.updateMany({
    where: {
      incidentId,
      metAt: null,
      droppedAt: null,
      from: occasion.from,
      ruleId: { notIn: owed.map(({ ruleId }) => ruleId) },
    },
    data: { droppedAt: now() },
  });
  await setDeadlines(tx, incidentId, occasion);
}

/** Nothing more is owed of it, or it is owed again. */
export const dropDeadlines = (tx: Transaction, incidentId: string) =>
  tx.incidentDeadline.updateMany({
    where: { incidentId, metAt: null, droppedAt: null },
    data: { droppedAt: now() },
  });

/** An act on the case or a report fulfils what was owed. */
export const fulfil = (
  tx: Transaction,
  actor: Actor,
  { incidentId, duty, note }: { incidentId: string; duty: DeadlineDuty; note: string },
) =>
  tx.incidentDeadline.updateMany({
    where: { incidentId, duty, metAt: null },
    data: { metAt: now(), metById: actor.userId, metNote: note },
  });

/** It was sent some other way: by telephone, email, on paper. */
export async function meetDeadline(actor: Actor, input: MeetDeadline) {
  const { incidentId, deadlineId: id, note } = input;
  await inTransaction(async (tx) => {
    const incident = await holdIncident(tx, actor, incidentId);
    refuseUnless(canHandleIncident(actor, incident), "Chỉ đơn vị xử lý ghi đã báo cáo.");
    const at = now();
    const [met] = await tx.incidentDeadline.updateManyAndReturn({
      where: { id, incidentId, metAt: null, droppedAt: null },
      data: { metAt: at, metById: actor.userId, metNote: note },
      select: { duty: true, dueAt: true },
    });
    if (!met) throw new Refusal("conflict", "Việc này đã được ghi là xong.");
    await writeEntry(tx, actor, {
      incidentId,
      kind: "document",
      text: `${dutyLabel(met.duty)}: đã gửi. ${note}`,
    });
    await recordAudit(tx, actor, {
      action: "incident.meet-deadline",
      subject: { type: "incident", id: incidentId },
      after: { deadlineId: id, note, metAt: at },
      details: { number: incident.code, name: dutyLabel(met.duty), late: at > met.dueAt },
    });
  });
}

const NOT_ALLOWED = "Chỉ người quản trị sửa quy định về sự cố.";

export async function createIncidentRule(actor: Actor, input: CreateIncidentRule) {
  refuseUnless(canManageIncidentRules(actor), NOT_ALLOWED);
  await inTransaction(async (tx) => {
    const data = columns(input);
    const { id } = await tx.incidentDeadlineRule.create({ data, select: { id: true } });
    await recordAudit(tx, actor, {
      action: "incident-rule.create",
      subject: { type: "incident-rule", id },
      after: input,
      details: { name: described(data) },
    });
  });
}

/** For cases to come; those that are open keep what was set for them. */
export async function saveIncidentRule(actor: Actor, input: SaveIncidentRule) {
  refuseUnless(canManageIncidentRules(actor), NOT_ALLOWED);
  const { ruleId: id, version, ...content } = input;
  await inTransaction(async (tx) => {
    const before = await holdRule(tx, id, version);
    const data = columns(content);
    await tx.incidentDeadlineRule.update({
      where: { id, version },
      data: { ...data, version: version + 1 },
      select: { id: true },
    });
    await recordAudit(tx, actor, {
      action: "incident-rule.save",
      subject: { type: "incident-rule", id },
      before,
      after: content,
      details: { name: described(data) },
    });
  });
}

export async function deleteIncidentRule(actor: Actor, input: DeleteIncidentRule) {
  refuseUnless(canManageIncidentRules(actor), NOT_ALLOWED);
  const { ruleId: id, version } = input;
  await inTransaction(async (tx) => {
    const before = await holdRule(tx, id, version);
    await tx.incidentDeadlineRule.delete({ where: { id, version } });
    await recordAudit(tx, actor, {
      action: "incident-rule.delete",
      subject: { type: "incident-rule", id },
      before,
      details: { name: described(before) },
    });
  });
}

async function holdRule(tx: Transaction, id: string, version: number) {
  await tx.$queryRaw`SELECT 1 FROM "IncidentDeadlineRule" WHERE id = ${id}::uuid FOR UPDATE`;
  const rule = await tx.incidentDeadlineRule.findUnique({ where: { id } });
  if (!rule) throw new Refusal("not-found", "Không tìm thấy quy tắc hạn.");
  if (rule.version !== version) {
    throw new Refusal("conflict", "Người khác vừa sửa quy tắc này. Tải lại trang rồi sửa tiếp.");
  }
  return rule;
}

function columns({ amount, unit, validFrom, validTo, ...rest }: CreateIncidentRule) {
  return {
    ...rest,
    minutes: minutesOf({ amount, unit }),
    validFrom: new Date(validFrom),
    validTo: validTo ? new Date(validTo) : null,
  };
}

const described = (rule: { duty: string; minutes: number; trigger: string }) =>
  `${dutyLabel(rule.duty)}: ${ruleSpanWords(rule)}`;
