import "server-only";

import { recordAudit } from "@/lib/audit/record";
import type { Actor } from "@/lib/auth/actor";
import { inTransaction, Prisma, type Transaction } from "@/lib/db";
import { Refusal, refuseUnless } from "@/lib/errors";
import { noticeRows } from "@/lib/notifications/record";
import { now } from "@/lib/time";
import { signLabels } from "../labels";
import { canRunDrill } from "../policy";
import { reachIncidents } from "../reach/queries";
import { drillState } from "./rules";
import type { AddInject, CreateDrill, OfDrill, RemoveInject, SeeInject } from "./schema";

const NOT_ALLOWED = "Chỉ huyện tổ chức diễn tập.";

export async function createDrill(actor: Actor, { requestId: id, name }: CreateDrill) {
  refuseUnless(canRunDrill(actor), NOT_ALLOWED);
  await inTransaction(async (tx) => {
    const { count } = await tx.incidentDrill.createMany({
      data: { id, name, createdAt: now(), createdById: actor.userId },
      skipDuplicates: true,
    });
    if (count === 0) return;
    await recordAudit(tx, actor, {
      action: "drill.create",
      subject: { type: "drill", id },
      after: { name },
      details: { name },
    });
  });
  return { id };
}

/** A situation for some units; while the drill runs also one for a moment to come. */
export async function addInject(actor: Actor, input: AddInject) {
  const { drillId, unitIds, ...situation } = input;
  refuseUnless(canRunDrill(actor), NOT_ALLOWED);
  await inTransaction(async (tx) => {
    const drill = await holdDrill(tx, drillId);
    if (drill.endedAt) throw new Refusal("conflict", "Cuộc diễn tập đã kết thúc.");
    const units = await tx.unit.findMany({
      where: { id: { in: unitIds }, validTo: null },
      select: { id: true },
    });
    if (units.length < new Set(unitIds).size) {
      throw new Refusal("not-found", "Có đơn vị không còn hoạt động. Tải lại trang rồi chọn lại.");
    }
    const position = await tx.drillInject.count({ where: { drillId } });
    await tx.drillInject.createMany({
      data: units.map(({ id }, index) => ({
        drillId,
        unitId: id,
        position: position + index,
        ...situation,
      })),
    });
    await recordAudit(tx, actor, {
      action: "drill.add-inject",
      subject: { type: "drill", id: drillId },
      after: input,
      details: { name: drill.name, units: units.length },
    });
  });
}

export async function removeInject(actor: Actor, { drillId, injectId: id }: RemoveInject) {
  refuseUnless(canRunDrill(actor), NOT_ALLOWED);
  await inTransaction(async (tx) => {
    const drill = await holdDrill(tx, drillId);
    const { count } = await tx.drillInject.deleteMany({
      where: { id, drillId, injectedAt: null },
    });
    if (count === 0) throw new Refusal("conflict", "Tình huống này đã phát hoặc đã bỏ.");
    await recordAudit(tx, actor, {
      action: "drill.remove-inject",
      subject: { type: "drill", id: drillId },
      before: { injectId: id },
      details: { name: drill.name },
    });
  });
}

export async function startDrill(actor: Actor, { drillId: id }: OfDrill) {
  refuseUnless(canRunDrill(actor), NOT_ALLOWED);
  await inTransaction(async (tx) => {
    const drill = await holdDrill(tx, id);
    if (drillState(drill) !== "planned") throw new Refusal("conflict", "Cuộc diễn tập đã bắt đầu.");
    if ((await tx.drillInject.count({ where: { drillId: id } })) === 0) {
      throw new Refusal("invalid", "Thêm ít nhất một tình huống trước khi bắt đầu.");
    }
    await tx.incidentDrill.update({ where: { id }, data: { startedAt: now() } });
    await recordAudit(tx, actor, {
      action: "drill.start",
      subject: { type: "drill", id },
      details: { name: drill.name },
    });
    await injectInto(tx, id);
  });
}

export async function endDrill(actor: Actor, { drillId: id }: OfDrill) {
  refuseUnless(canRunDrill(actor), NOT_ALLOWED);
  await inTransaction(async (tx) => {
    const drill = await holdDrill(tx, id);
    if (drillState(drill) !== "running")
      throw new Refusal("conflict", "Cuộc diễn tập không diễn ra.");
    await tx.incidentDrill.update({ where: { id }, data: { endedAt: now() } });
    await reachIncidents(tx, actor);
    await tx.incidentDeadline.updateMany({
      where: { incident: { drillId: id }, metAt: null, droppedAt: null },
      data: { droppedAt: now() },
    });
    await recordAudit(tx, actor, {
      action: "drill.end",
      subject: { type: "drill", id },
      details: { name: drill.name },
    });
  });
}

/** Every minute: the situations whose time has come. */
export async function injectDue(actor: Actor) {
  await inTransaction(async (tx) => {
    const told = await injectInto(tx, null);
    if (told === 0) return;
    await recordAudit(tx, actor, {
      action: "drill.inject",
      subject: { type: "system", id: actor.userId },
      details: { units: told },
    });
  });
}

/** Claimed by the update: two jobs at once tell each unit once. */
async function injectInto(tx: Transaction, drillId: string | null) {
  const one = drillId ? Prisma.sql`AND d.id = ${drillId}::uuid` : Prisma.empty;
  const due = await tx.$queryRaw<Due[]>`
    UPDATE "DrillInject" j SET "injectedAt" = ${now()}::timestamptz
    FROM "IncidentDrill" d
    WHERE d.id = j."drillId" AND j."injectedAt" IS NULL AND d."startedAt" IS NOT NULL
      AND d."endedAt" IS NULL ${one}
      AND d."startedAt" + j.minute * interval '1 minute' <= ${now()}::timestamptz
    RETURNING j.id, j."unitId", j.sign::text AS sign, j.text, d.id AS "drillId", d.name`;
  if (due.length === 0) return 0;
  const rows = due.map(({ id, unitId, sign, text, name, drillId: subject }) => ({
    unit: unitId,
    title: `DIỄN TẬP · ${name}: ${signLabels[sign].label}`,
    body: text,
    subject,
    cause: `drill-inject:${id}`,
  }));
  await noticeRows(
    tx,
    Prisma.sql`SELECT r.unit, NULL::uuid AS person, 'drill.inject' AS kind, r.title, r.body,
                 'drill' AS "subjectType", r.subject AS "subjectId", r.cause
               FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
                 AS r (unit uuid, title text, body text, subject uuid, cause text)`,
  );
  return due.length;
}

type Due = {
  id: string;
  unitId: string;
  sign: keyof typeof signLabels;
  text: string;
  drillId: string;
  name: string;
};

/** The unit has read its situation. */
export async function seeInject(actor: Actor, { injectId: id }: SeeInject) {
  await inTransaction(async (tx) => {
    const [inject] = await tx.drillInject.updateManyAndReturn({
      where: {
        id,
        unitId: actor.unitId,
        injectedAt: { not: null },
        seenAt: null,
        drill: { endedAt: null },
      },
      data: { seenAt: now(), seenById: actor.userId },
      select: { drillId: true },
    });
    if (!inject) {
      const own = await tx.drillInject.count({ where: { id, unitId: actor.unitId } });
      throw own > 0
        ? new Refusal("conflict", "Đơn vị đã nhận tình huống này, hoặc diễn tập đã xong.")
        : new Refusal("not-found", "Không tìm thấy tình huống này.");
    }
    await recordAudit(tx, actor, {
      action: "drill.see",
      subject: { type: "drill", id: inject.drillId },
      after: { injectId: id },
    });
  });
}

/** The situation that a unit reports: its own, told already, of a drill that goes on, reported once. */
export async function claimInject(
  tx: Transaction,
  actor: Actor,
  { injectId }: { injectId: string },
) {
  await tx.$queryRaw`SELECT 1 FROM "DrillInject" WHERE id = ${injectId}::uuid FOR UPDATE`;
  const inject = await tx.drillInject.findFirst({
    where: { id: injectId, unitId: actor.unitId, injectedAt: { not: null } },
    select: { drillId: true, incidentId: true, drill: { select: { endedAt: true } } },
  });
  if (!inject) throw new Refusal("not-found", "Không tìm thấy tình huống diễn tập này.");
  if (inject.drill.endedAt) throw new Refusal("conflict", "Cuộc diễn tập đã kết thúc.");
  if (inject.incidentId) throw new Refusal("conflict", "Đơn vị đã báo cáo tình huống này.");
  await tx.drillInject.updateMany({
    where: { id: injectId, seenAt: null },
    data: { seenAt: now(), seenById: actor.userId },
  });
  return inject.drillId;
}

async function holdDrill(tx: Transaction, id: string) {
  await tx.$queryRaw`SELECT 1 FROM "IncidentDrill" WHERE id = ${id}::uuid FOR UPDATE`;
  const drill = await tx.incidentDrill.findUnique({ where: { id } });
  if (!drill) throw new Refusal("not-found", "Không tìm thấy cuộc diễn tập.");
  return drill;
}
