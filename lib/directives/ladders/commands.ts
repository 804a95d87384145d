import "server-only";

import { recordAudit } from "@/lib/audit/record";
import type { Actor } from "@/lib/auth/actor";
import { inTransaction, isUniqueViolation, type Transaction } from "@/lib/db";
import { Refusal, refuseUnless } from "@/lib/errors";
import { now } from "@/lib/time";
import { canSteerDirective, visibleDirectives } from "../policy";
import { ruleWhen } from "./labels";
import { canManageLadders } from "./policy";
import type {
  AddRule,
  ChooseLadder,
  CreateLadder,
  UpdateLadder,
  UpdateRule,
  UseLadderByDefault,
} from "./schema";

const NOT_ALLOWED = "Chỉ người quản trị sửa các bộ nhắc.";

export async function createLadder(actor: Actor, input: CreateLadder) {
  refuseUnless(canManageLadders(actor), NOT_ALLOWED);
  await uniquely(`Đã có bộ nhắc tên “${input.name}”. Đặt tên khác.`, async (tx) => {
    const { id } = await tx.reminderLadder.create({ data: input, select: { id: true } });
    await recordAudit(tx, actor, {
      action: "reminder-ladder.create",
      subject: { type: "reminder-ladder", id },
      after: input,
      details: { name: input.name },
    });
  });
}

export async function updateLadder(actor: Actor, { ladderId: id, version, ...data }: UpdateLadder) {
  refuseUnless(canManageLadders(actor), NOT_ALLOWED);
  await uniquely(`Đã có bộ nhắc tên “${data.name}”. Đặt tên khác.`, async (tx) => {
    const before = await holdLadder(tx, id);
    refuseStale(before, version);
    await tx.reminderLadder.update({ where: { id }, data: { ...data, version: { increment: 1 } } });
    await recordAudit(tx, actor, {
      action: "reminder-ladder.update",
      subject: { type: "reminder-ladder", id },
      before,
      after: data,
      details: { name: data.name },
    });
  });
}

/** From now on every directive that has not chosen for itself runs this one. */
export async function useLadderByDefault(actor: Actor, { ladderId: id }: UseLadderByDefault) {
  refuseUnless(canManageLadders(actor), NOT_ALLOWED);
  await inTransaction(async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM "ReminderLadder" ORDER BY id FOR UPDATE`;
    const { name, usedByDefault } = await holdLadder(tx, id);
    if (usedByDefault) return;
    await tx.reminderLadder.updateMany({
      where: { usedByDefault: true },
      data: { usedByDefault: false },
    });
    await tx.reminderLadder.update({ where: { id }, data: { usedByDefault: true } });
    await recordAudit(tx, actor, {
      action: "reminder-ladder.use-by-default",
      subject: { type: "reminder-ladder", id },
      details: { name },
    });
  });
}

const SAME_MOMENT = "Bộ nhắc này đã có bậc ở thời điểm đó. Sửa bậc ấy hoặc chọn thời điểm khác.";

export async function addRule(actor: Actor, input: AddRule) {
  refuseUnless(canManageLadders(actor), NOT_ALLOWED);
  await uniquely(SAME_MOMENT, async (tx) => {
    const { name } = await holdLadder(tx, input.ladderId);
    const { id } = await tx.reminderRule.create({ data: input, select: { id: true } });
    await recordAudit(tx, actor, {
      action: "reminder-rule.add",
      subject: { type: "reminder-rule", id },
      after: input,
      details: { ladder: name, when: ruleWhen(input), message: input.text },
    });
  });
}

/** A rule that is not wanted any more is switched off; what it has raised stays. */
export async function updateRule(actor: Actor, { ruleId: id, version, ...data }: UpdateRule) {
  refuseUnless(canManageLadders(actor), NOT_ALLOWED);
  await uniquely(SAME_MOMENT, async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM "ReminderRule" WHERE id = ${id}::uuid FOR UPDATE`;
    const before = await tx.reminderRule.findUnique({
      where: { id },
      include: { ladder: { select: { name: true } } },
    });
    if (!before) throw new Refusal("not-found", "Không tìm thấy bậc nhắc.");
    refuseStale(before, version);
    await tx.reminderRule.update({ where: { id }, data: { ...data, version: { increment: 1 } } });
    await recordAudit(tx, actor, {
      action: "reminder-rule.update",
      subject: { type: "reminder-rule", id },
      before,
      after: data,
      details: { ladder: before.ladder.name, when: ruleWhen(data), message: data.text },
    });
  });
}

/** Which ladder a directive runs: its own choice, the default one, or none. */
export async function chooseLadder(actor: Actor, { directiveId, ladder }: ChooseLadder) {
  await inTransaction(async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM "Directive" WHERE id = ${directiveId}::uuid FOR UPDATE`;
    const directive = await tx.directive.findFirst({
      where: { id: directiveId, AND: visibleDirectives(actor) },
      select: { state: true, ladder: { select: { ladderId: true } } },
    });
    if (!directive) throw new Refusal("not-found", "Không tìm thấy văn bản.");
    refuseUnless(
      canSteerDirective(actor, directive),
      "Chỉ cán bộ huyện chọn cách nhắc của văn bản đang thực hiện.",
    );
    const choice = { chosenAt: now(), chosenById: actor.userId };
    let name = "Mặc định";
    if (ladder === "default") {
      await tx.directiveLadder.deleteMany({ where: { directiveId } });
    } else {
      const ladderId = ladder === "off" ? null : ladder;
      name = ladderId ? (await holdLadder(tx, ladderId)).name : "Tắt";
      await tx.directiveLadder.upsert({
        where: { directiveId },
        create: { directiveId, ladderId, ...choice },
        update: { ladderId, ...choice },
      });
    }
    await recordAudit(tx, actor, {
      action: "directive.choose-ladder",
      subject: { type: "directive", id: directiveId },
      before: directive.ladder,
      after: { ladder },
      details: { ladder: name },
    });
  });
}

async function holdLadder(tx: Transaction, id: string) {
  await tx.$queryRaw`SELECT 1 FROM "ReminderLadder" WHERE id = ${id}::uuid FOR UPDATE`;
  const ladder = await tx.reminderLadder.findUnique({ where: { id } });
  if (!ladder) throw new Refusal("not-found", "Không tìm thấy bộ nhắc.");
  return ladder;
}

function refuseStale(kept: { version: number }, version: number) {
  if (kept.version === version) return;
  throw new Refusal("conflict", "Người khác vừa sửa chỗ này. Tải lại trang để xem rồi sửa tiếp.");
}

async function uniquely(taken: string, work: (tx: Transaction) => Promise<void>) {
  try {
    await inTransaction(work);
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    throw new Refusal("conflict", taken);
  }
}
