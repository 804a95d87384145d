import "server-only";

import { recordAudit } from "@/lib/audit/record";
import type { Actor } from "@/lib/auth/actor";
import { inTransaction, type Transaction } from "@/lib/db";
import { Refusal, refuseUnless } from "@/lib/errors";
import { noticePeople } from "@/lib/notifications/record";
import { now } from "@/lib/time";
import { writeEntry } from "../entries/commands";
import { canAddToIncident, canHandleIncident, canManageIncidentRules } from "../policy";
import type { IncidentKind } from "../schema";
import { holdIncident } from "../standing/queries";
import { refuseUnlessOpen } from "../standing/rules";
import type {
  AddTask,
  AssignTask,
  CreateTaskTemplate,
  DeleteTaskTemplate,
  FinishTask,
} from "./schema";

/** The tasks for every incident and those of its kind; known ones are not made twice. */
export async function createTasks(
  tx: Transaction,
  { incidentId, kind }: { incidentId: string; kind: IncidentKind },
) {
  await tx.$executeRaw`
    INSERT INTO "IncidentTask" ("incidentId", phase, position, text, mandatory)
    SELECT ${incidentId}::uuid, t.phase, t.position, t.text, t.mandatory
    FROM "IncidentTaskTemplate" t
    WHERE (t.kind IS NULL OR t.kind = ${kind}::"IncidentKind") AND NOT EXISTS (
      SELECT 1 FROM "IncidentTask" k WHERE k."incidentId" = ${incidentId}::uuid AND k.text = t.text)`;
}

/** Of a kind that it turned out not to be; what is done stays told. */
export async function dropTasksOfKind(
  tx: Transaction,
  { incidentId, kind }: { incidentId: string; kind: IncidentKind },
) {
  await tx.$executeRaw`
    DELETE FROM "IncidentTask" k USING "IncidentTaskTemplate" t
    WHERE k."incidentId" = ${incidentId}::uuid AND k."doneAt" IS NULL
      AND t.kind = ${kind}::"IncidentKind" AND t.text = k.text`;
}

export async function addTask(actor: Actor, input: AddTask) {
  const { incidentId, requestId: id, text, mandatory } = input;
  await inTransaction(async (tx) => {
    const incident = await holdIncident(tx, actor, incidentId);
    if (await tx.incidentTask.findFirst({ where: { id, incidentId }, select: { id: true } }))
      return;
    refuseUnless(canHandleIncident(actor, incident), "Chỉ đơn vị xử lý giao việc.");
    refuseUnlessOpen(incident);
    await tx.incidentTask.create({
      data: { id, incidentId, phase: incident.state, position: 500, text, mandatory },
      select: { id: true },
    });
    await writeEntry(tx, actor, { incidentId, kind: "task", text: `Thêm việc: ${text}` });
    await recordAudit(tx, actor, {
      action: "incident.add-task",
      subject: { type: "incident", id: incidentId },
      after: { id, text, mandatory },
      details: { number: incident.code },
    });
  });
}

/** Whoever is in on the case may do a task: the unit at its machines, the handler from afar. */
export async function finishTask(actor: Actor, { incidentId, taskId, note }: FinishTask) {
  await inTransaction(async (tx) => {
    const incident = await holdIncident(tx, actor, incidentId);
    refuseUnless(canAddToIncident(actor, incident), "Đơn vị không tham gia sự cố này.");
    refuseUnlessOpen(incident);
    const [done] = await tx.incidentTask.updateManyAndReturn({
      where: { id: taskId, incidentId, doneAt: null },
      data: { doneAt: now(), doneById: actor.userId, doneBy: actor.fullName, note },
      select: { text: true },
    });
    if (!done) {
      const task = await tx.incidentTask.findFirst({
        where: { id: taskId, incidentId },
        select: { doneBy: true },
      });
      if (!task) throw new Refusal("not-found", "Không tìm thấy việc này.");
      throw new Refusal("conflict", `Việc này ${task.doneBy} đã ghi là xong.`);
    }
    await writeEntry(tx, actor, {
      incidentId,
      kind: "task",
      text: `Xong: ${done.text}${note ? `. ${note}` : ""}`,
    });
    await recordAudit(tx, actor, {
      action: "incident.finish-task",
      subject: { type: "incident", id: incidentId },
      after: { taskId, note },
      details: { number: incident.code, name: done.text },
    });
  });
}

export async function assignTask(actor: Actor, { incidentId, taskId, assigneeId }: AssignTask) {
  await inTransaction(async (tx) => {
    const incident = await holdIncident(tx, actor, incidentId);
    refuseUnless(canHandleIncident(actor, incident), "Chỉ đơn vị xử lý giao việc.");
    refuseUnlessOpen(incident);
    const person = assigneeId ? await findParticipant(tx, incidentId, assigneeId) : null;
    const [task] = await tx.incidentTask.updateManyAndReturn({
      where: { id: taskId, incidentId, doneAt: null },
      data: { assigneeId: person?.id ?? null },
      select: { text: true },
    });
    if (!task) throw new Refusal("conflict", "Việc này đã xong.");
    if (person) {
      await noticePeople(tx, [person.id], {
        kind: "incident.task",
        title: `${incident.name}: được giao việc`,
        body: task.text,
        subject: { type: "incident", id: incidentId },
        cause: `incident-task:${taskId}:${person.id}`,
      });
    }
    await recordAudit(tx, actor, {
      action: "incident.assign-task",
      subject: { type: "incident", id: incidentId },
      after: { taskId, assigneeId },
      details: { number: incident.code, name: task.text, assignee: person?.fullName ?? null },
    });
  });
}

/** Only people of units that are in on the case can be given something to do. */
export async function findParticipant(tx: Transaction, incidentId: string, userId: string) {
  const [person] = await tx.$queryRaw<{ id: string; fullName: string; unitId: string }[]>`
    SELECT p.id, p."fullName", p."unitId" FROM "User" p
    WHERE p.id = ${userId}::uuid AND p."disabledAt" IS NULL AND (
      p.role IN ('district_leader', 'district_officer') OR EXISTS (
        SELECT 1 FROM "IncidentParty" y
        WHERE y."incidentId" = ${incidentId}::uuid AND y."unitId" = p."unitId"))`;
  if (!person)
    throw new Refusal("not-found", "Không tìm thấy người này trong các đơn vị tham gia.");
  return person;
}

const NOT_ALLOWED = "Chỉ người quản trị sửa việc mẫu.";

export async function createTaskTemplate(actor: Actor, input: CreateTaskTemplate) {
  refuseUnless(canManageIncidentRules(actor), NOT_ALLOWED);
  await inTransaction(async (tx) => {
    const { id } = await tx.incidentTaskTemplate.create({ data: input, select: { id: true } });
    await recordAudit(tx, actor, {
      action: "incident-task-template.create",
      subject: { type: "incident-rule", id },
      after: input,
      details: { name: input.text },
    });
  });
}

export async function deleteTaskTemplate(actor: Actor, { templateId: id }: DeleteTaskTemplate) {
  refuseUnless(canManageIncidentRules(actor), NOT_ALLOWED);
  await inTransaction(async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM "IncidentTaskTemplate" WHERE id = ${id}::uuid FOR UPDATE`;
    const before = await tx.incidentTaskTemplate.findUnique({ where: { id } });
    if (!before) throw new Refusal("not-found", "Không tìm thấy việc mẫu này.");
    await tx.incidentTaskTemplate.delete({ where: { id } });
    await recordAudit(tx, actor, {
      action: "incident-task-template.delete",
      subject: { type: "incident-rule", id },
      before,
      details: { name: before.text },
    });
  });
}
