import "server-only";

import { recordAudit } from "@/lib/audit/record";
import type { Actor } from "@/lib/auth/actor";
import { inTransaction, type Transaction } from "@/lib/db";
import { Refusal, refuseUnless } from "@/lib/errors";
import { canManageCampaignRules } from "../policy";
import { describeDeadline, ruleMeasure } from "./labels";
import type { CreateDeadlineRule, DeleteDeadlineRule, SaveDeadlineRule } from "./schema";

const NOT_ALLOWED = "Chỉ người quản trị sửa quy tắc hạn.";

export async function createDeadlineRule(actor: Actor, input: CreateDeadlineRule) {
  refuseUnless(canManageCampaignRules(actor), NOT_ALLOWED);
  return inTransaction(async (tx) => {
    const data = columns(input);
    const { id } = await tx.deadlineRule.create({ data, select: { id: true } });
    await recordAudit(tx, actor, {
      action: "deadline-rule.create",
      subject: { type: "deadline-rule", id },
      after: input,
      details: { name: described(data) },
    });
    return { id };
  });
}

/** Deadlines that were set by it stay; a draft gets the new one when it is filled again. */
export async function saveDeadlineRule(actor: Actor, input: SaveDeadlineRule) {
  refuseUnless(canManageCampaignRules(actor), NOT_ALLOWED);
  const { ruleId: id, version, ...content } = input;
  await inTransaction(async (tx) => {
    const before = await holdRule(tx, id, version);
    const data = columns(content);
    await tx.deadlineRule.update({
      where: { id, version },
      data: { ...data, version: version + 1 },
      select: { id: true },
    });
    await recordAudit(tx, actor, {
      action: "deadline-rule.save",
      subject: { type: "deadline-rule", id },
      before,
      after: content,
      details: { name: described(data) },
    });
  });
}

export async function deleteDeadlineRule(
  actor: Actor,
  { ruleId: id, version }: DeleteDeadlineRule,
) {
  refuseUnless(canManageCampaignRules(actor), NOT_ALLOWED);
  await inTransaction(async (tx) => {
    const before = await holdRule(tx, id, version);
    await tx.deadlineRule.delete({ where: { id, version } });
    await recordAudit(tx, actor, {
      action: "deadline-rule.delete",
      subject: { type: "deadline-rule", id },
      before,
      details: { name: described(before) },
    });
  });
}

async function holdRule(tx: Transaction, id: string, version: number) {
  await tx.$queryRaw`SELECT 1 FROM "DeadlineRule" WHERE id = ${id}::uuid FOR UPDATE`;
  const rule = await tx.deadlineRule.findUnique({ where: { id } });
  if (!rule) throw new Refusal("not-found", "Không tìm thấy quy tắc hạn.");
  if (rule.version !== version) {
    throw new Refusal("conflict", "Người khác vừa sửa quy tắc này. Tải lại trang rồi sửa tiếp.");
  }
  return rule;
}

function columns({ days, direction, validFrom, validTo, ...rest }: CreateDeadlineRule) {
  return {
    ...rest,
    offset: direction === "before" ? 0 - days : days,
    validFrom: new Date(validFrom),
    validTo: validTo ? new Date(validTo) : null,
  };
}

const described = (rule: ReturnType<typeof columns> | Awaited<ReturnType<typeof holdRule>>) =>
  `${ruleMeasure(rule.measure)}: ${describeDeadline(rule)}`;
