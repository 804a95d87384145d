import "server-only";

import { recordAudit } from "@/lib/audit/record";
import type { Actor } from "@/lib/auth/actor";
import { inTransaction, isUniqueViolation, type Transaction } from "@/lib/db";
import { Refusal, refuseUnless } from "@/lib/errors";
import { stepWhen } from "./labels";
import { canManageEscalation } from "./policy";
import type {
  AddEscalationLadder,
  AddEscalationStep,
  UpdateEscalationLadder,
  UpdateEscalationStep,
} from "./schema";

const NOT_ALLOWED = "Chỉ người quản trị sửa cách báo lên cấp trên.";
const SAME_MOMENT = "Đã có bậc ở số phút đó. Sửa bậc ấy hoặc chọn số phút khác.";
const taken = (name: string) => `Đã có thang tên “${name}”. Đặt tên khác.`;

export async function addEscalationLadder(actor: Actor, input: AddEscalationLadder) {
  refuseUnless(canManageEscalation(actor), NOT_ALLOWED);
  await uniquely(taken(input.name), async (tx) => {
    await refuseKindsTaken(tx, input.kinds, null);
    const { id } = await tx.escalationLadder.create({ data: input, select: { id: true } });
    await recordAudit(tx, actor, {
      action: "escalation-ladder.add",
      subject: { type: "escalation-ladder", id },
      after: input,
      details: { name: input.name },
    });
  });
}

export async function updateEscalationLadder(
  actor: Actor,
  { ladderId: id, version, ...data }: UpdateEscalationLadder,
) {
  refuseUnless(canManageEscalation(actor), NOT_ALLOWED);
  await uniquely(taken(data.name), async (tx) => {
    const before = await holdLadder(tx, id);
    refuseStale(before, version);
    if (data.active) await refuseKindsTaken(tx, data.kinds, id);
    await tx.escalationLadder.update({
      where: { id },
      data: { ...data, version: { increment: 1 } },
    });
    await recordAudit(tx, actor, {
      action: "escalation-ladder.update",
      subject: { type: "escalation-ladder", id },
      before,
      after: data,
      details: { name: data.name, active: data.active },
    });
  });
}

export async function addEscalationStep(actor: Actor, input: AddEscalationStep) {
  refuseUnless(canManageEscalation(actor), NOT_ALLOWED);
  await uniquely(SAME_MOMENT, async (tx) => {
    const { name } = await holdLadder(tx, input.ladderId);
    const { id } = await tx.escalationStep.create({ data: input, select: { id: true } });
    await recordAudit(tx, actor, {
      action: "escalation-step.add",
      subject: { type: "escalation-step", id },
      after: input,
      details: { ladder: name, when: stepWhen(input) },
    });
  });
}

/** A step that is not wanted any more is switched off; what it has raised stays. */
export async function updateEscalationStep(
  actor: Actor,
  { stepId: id, version, ...data }: UpdateEscalationStep,
) {
  refuseUnless(canManageEscalation(actor), NOT_ALLOWED);
  await uniquely(SAME_MOMENT, async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM "EscalationStep" WHERE id = ${id}::uuid FOR UPDATE`;
    const before = await tx.escalationStep.findUnique({
      where: { id },
      include: { ladder: { select: { name: true } } },
    });
    if (!before) throw new Refusal("not-found", "Không tìm thấy bậc này.");
    refuseStale(before, version);
    await tx.escalationStep.update({ where: { id }, data: { ...data, version: { increment: 1 } } });
    await recordAudit(tx, actor, {
      action: "escalation-step.update",
      subject: { type: "escalation-step", id },
      before,
      after: data,
      details: { ladder: before.ladder.name, when: stepWhen(data) },
    });
  });
}

/** One kind of notice climbs one ladder. */
async function refuseKindsTaken(tx: Transaction, kinds: string[], self: string | null) {
  await tx.$queryRaw`SELECT 1 FROM "EscalationLadder" ORDER BY id FOR UPDATE`;
  const other = await tx.escalationLadder.findFirst({
    where: { active: true, kinds: { hasSome: kinds }, ...(self ? { id: { not: self } } : {}) },
    select: { name: true },
  });
  if (other) {
    throw new Refusal("conflict", `Thang “${other.name}” đã lo một trong các loại thông báo này.`);
  }
}

async function holdLadder(tx: Transaction, id: string) {
  await tx.$queryRaw`SELECT 1 FROM "EscalationLadder" WHERE id = ${id}::uuid FOR UPDATE`;
  const ladder = await tx.escalationLadder.findUnique({ where: { id } });
  if (!ladder) throw new Refusal("not-found", "Không tìm thấy thang này.");
  return ladder;
}

function refuseStale(kept: { version: number }, version: number) {
  if (kept.version === version) return;
  throw new Refusal("conflict", "Người khác vừa sửa chỗ này. Tải lại trang để xem rồi sửa tiếp.");
}

async function uniquely(message: string, work: (tx: Transaction) => Promise<void>) {
  try {
    await inTransaction(work);
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    throw new Refusal("conflict", message);
  }
}
