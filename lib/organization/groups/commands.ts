import "server-only";

import { recordAudit } from "@/lib/audit/record";
import type { Actor } from "@/lib/auth/actor";
import { inTransaction, isUniqueViolation, type Transaction } from "@/lib/db";
import { Refusal, refuseUnless } from "@/lib/errors";
import { canManageUnits } from "../policy";
import type { CreateRecipientGroup, DeleteRecipientGroup, UpdateRecipientGroup } from "./schema";

const NOT_ALLOWED = "Chỉ người quản trị sửa nhóm nhận.";

export async function createRecipientGroup(actor: Actor, input: CreateRecipientGroup) {
  refuseUnless(canManageUnits(actor), NOT_ALLOWED);
  return sayTaken(input.name, () =>
    inTransaction(async (tx) => {
      await refuseUnknownMembers(tx, input);
      const { unitIds, ...rest } = input;
      const { id } = await tx.recipientGroup.create({
        data: { ...rest, units: { connect: unitIds.map((unit) => ({ id: unit })) } },
        select: { id: true },
      });
      await recordAudit(tx, actor, {
        action: "recipient-group.create",
        subject: { type: "recipient-group", id },
        after: input,
        details: { name: input.name },
      });
      return { id };
    }),
  );
}

/** What was issued before keeps its recipients; the group means the new ones from now on. */
export async function updateRecipientGroup(actor: Actor, input: UpdateRecipientGroup) {
  const { groupId: id, version, ...content } = input;
  refuseUnless(canManageUnits(actor), NOT_ALLOWED);
  await sayTaken(content.name, () =>
    inTransaction(async (tx) => {
      const before = await holdGroup(tx, id);
      if (before.version !== version) {
        throw new Refusal("conflict", "Người khác vừa sửa nhóm này. Tải lại trang rồi sửa tiếp.");
      }
      await refuseUnknownMembers(tx, content);
      const { unitIds, ...rest } = content;
      const units = { set: unitIds.map((unit) => ({ id: unit })) };
      const data = { ...rest, units, version: { increment: 1 } };
      await tx.recipientGroup.update({ where: { id, version }, data, select: { id: true } });
      await recordAudit(tx, actor, {
        action: "recipient-group.update",
        subject: { type: "recipient-group", id },
        before: before.content,
        after: content,
        details: { name: content.name },
      });
    }),
  );
}

export async function deleteRecipientGroup(actor: Actor, { groupId: id }: DeleteRecipientGroup) {
  refuseUnless(canManageUnits(actor), NOT_ALLOWED);
  await inTransaction(async (tx) => {
    const { content } = await holdGroup(tx, id);
    await refuseInUse(tx, id);
    await tx.recipientGroup.delete({ where: { id } });
    await recordAudit(tx, actor, {
      action: "recipient-group.delete",
      subject: { type: "recipient-group", id },
      before: content,
      details: { name: content.name },
    });
  });
}

/** Held for update: a draft that wants to name the group meanwhile waits for the outcome. */
async function holdGroup(tx: Transaction, id: string) {
  await tx.$queryRaw`SELECT 1 FROM "RecipientGroup" WHERE id = ${id}::uuid FOR UPDATE`;
  const group = await tx.recipientGroup.findUnique({
    where: { id },
    select: {
      name: true,
      aliases: true,
      kindCodes: true,
      version: true,
      units: { select: { id: true }, orderBy: { id: "asc" } },
    },
  });
  if (!group) throw new Refusal("not-found", "Không tìm thấy nhóm nhận.");
  const { version, units, ...rest } = group;
  return { version, content: { ...rest, unitIds: units.map((unit) => unit.id) } };
}

async function refuseInUse(tx: Transaction, groupId: string) {
  const uses = await tx.directive.findMany({
    where: { sections: { some: { recipients: { some: { groupId } } } } },
    select: { state: true },
  });
  if (uses.length === 0) return;
  const issued = uses.filter(({ state }) => state === "issued" || state === "closed").length;
  const words = issued
    ? `Nhóm này là nơi nhận của ${issued} văn bản đã ban hành nên không xóa được. Có thể đổi tên hoặc đổi thành phần.`
    : `Nhóm này đang là nơi nhận trong ${uses.length} dự thảo. Chọn nơi nhận khác trong dự thảo trước khi xóa.`;
  throw new Refusal("conflict", words);
}

type Members = { kindCodes: string[]; unitIds: string[] };

async function refuseUnknownMembers(tx: Transaction, { kindCodes, unitIds }: Members) {
  const [kinds, units] = await Promise.all([
    tx.unitKind.count({ where: { code: { in: kindCodes } } }),
    tx.unit.count({ where: { id: { in: unitIds } } }),
  ]);
  if (kinds < new Set(kindCodes).size || units < new Set(unitIds).size) {
    throw new Refusal("invalid", "Có loại đơn vị hoặc đơn vị đã chọn không còn trong danh mục.");
  }
}

async function sayTaken<T>(name: string, work: () => Promise<T>) {
  try {
    return await work();
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    throw new Refusal("conflict", `Đã có nhóm nhận tên “${name}”.`);
  }
}
