import "server-only";

import { recordAudit } from "@/lib/audit/record";
import type { Actor } from "@/lib/auth/actor";
import { inTransaction, type Transaction } from "@/lib/db";
import { Refusal, refuseUnless } from "@/lib/errors";
import { canManageUnits } from "./policy";
import { dateOf, dayOf, formatCalendarDay, isValidOn } from "./rules";
import type { CloseUnit, CreateUnit, ReopenUnit, UpdateUnit } from "./schema";

const NOT_ALLOWED = "Chỉ người quản trị sửa danh sách đơn vị.";

export async function createUnit(actor: Actor, { validFrom, ...input }: CreateUnit) {
  refuseUnless(canManageUnits(actor), NOT_ALLOWED);
  return inTransaction(async (tx) => {
    await holdOrganization(tx);
    await refuseUnknownKind(tx, input.kindCode);
    await refuseUnknownParent(tx, input.parentId);
    await refuseCodeInUse(tx, { code: input.code, from: validFrom });

    const data = { ...withShortName(input), validFrom: dateOf(validFrom) };
    const unit = await tx.unit.create({ data, select: snapshot });
    await recordAudit(tx, actor, {
      action: "unit.create",
      subject: { type: "unit", id: unit.id },
      after: unit,
      details: { code: unit.code, name: unit.name },
    });
    return { id: unit.id };
  });
}

export async function updateUnit(actor: Actor, { unitId: id, version, ...input }: UpdateUnit) {
  refuseUnless(canManageUnits(actor), NOT_ALLOWED);
  await inTransaction(async (tx) => {
    await holdOrganization(tx);
    const before = await holdVersion(tx, id, version);
    await refuseUnknownKind(tx, input.kindCode);
    await refuseUnknownParent(tx, input.parentId);
    await refuseCycle(tx, id, input.parentId);

    const data = { ...withShortName(input), version: { increment: 1 } };
    const after = await tx.unit.update({ where: { id, version }, data, select: snapshot });
    await recordAudit(tx, actor, {
      action: "unit.update",
      subject: { type: "unit", id },
      before,
      after,
      details: { code: after.code, name: after.name },
    });
  });
}

/** Ends a unit on a day, with the one that takes over. Its row and its history stay. */
export async function closeUnit(actor: Actor, input: CloseUnit) {
  const { unitId: id, version, validTo, successorId } = input;
  refuseUnless(canManageUnits(actor), NOT_ALLOWED);
  await inTransaction(async (tx) => {
    await holdOrganization(tx);
    const before = await holdVersion(tx, id, version);
    if (validTo <= dayOf(before.validFrom)) {
      const since = formatCalendarDay(before.validFrom);
      throw new Refusal("invalid", `Ngày thôi hoạt động phải sau ngày bắt đầu ${since}.`);
    }
    await refuseCodeInUse(tx, {
      code: before.code,
      from: dayOf(before.validFrom),
      to: validTo,
      id,
    });
    const successor = await refuseBadSuccessor(tx, id, successorId, validTo);

    const data = { validTo: dateOf(validTo), successorId, version: { increment: 1 } };
    const after = await tx.unit.update({ where: { id, version }, data, select: snapshot });
    await recordAudit(tx, actor, {
      action: "unit.close",
      subject: { type: "unit", id },
      before,
      after,
      details: { name: after.name, validTo, successor },
    });
  });
}

/** Takes a closing back, for instance one entered for the wrong unit. */
export async function reopenUnit(actor: Actor, { unitId: id, version }: ReopenUnit) {
  refuseUnless(canManageUnits(actor), NOT_ALLOWED);
  await inTransaction(async (tx) => {
    await holdOrganization(tx);
    const before = await holdVersion(tx, id, version);
    await refuseCodeInUse(tx, { code: before.code, from: dayOf(before.validFrom), id });

    const data = { validTo: null, successorId: null, version: { increment: 1 } };
    const after = await tx.unit.update({ where: { id, version }, data, select: snapshot });
    await recordAudit(tx, actor, {
      action: "unit.reopen",
      subject: { type: "unit", id },
      before,
      after,
      details: { name: after.name },
    });
  });
}

/** Orders all changes of the organisation: a parent checked here stays as it was until the commit. */
export async function holdOrganization(tx: Transaction) {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('organization'))`;
}

const snapshot = {
  id: true,
  code: true,
  name: true,
  shortName: true,
  aliases: true,
  kindCode: true,
  parentId: true,
  phone: true,
  validFrom: true,
  validTo: true,
  successorId: true,
} as const;

const withShortName = <T extends { name: string; shortName: string }>(input: T) => ({
  ...input,
  shortName: input.shortName || input.name.slice(0, 80),
});

async function holdVersion(tx: Transaction, id: string, version: number) {
  const unit = await tx.unit.findUnique({ where: { id }, select: { ...snapshot, version: true } });
  if (!unit) throw new Refusal("not-found", "Không tìm thấy đơn vị.");
  const { version: current, ...before } = unit;
  if (current === version) return before;
  throw new Refusal("conflict", "Người khác vừa sửa đơn vị này. Tải lại trang rồi sửa tiếp.");
}

async function refuseUnknownKind(tx: Transaction, code: string) {
  const kind = await tx.unitKind.findUnique({ where: { code }, select: { code: true } });
  if (!kind) throw new Refusal("invalid", "Loại đơn vị đã chọn không còn trong danh mục.");
}

async function refuseUnknownParent(tx: Transaction, parentId: string | null) {
  if (!parentId) return;
  const parent = await tx.unit.findUnique({ where: { id: parentId }, select: { id: true } });
  if (!parent) throw new Refusal("invalid", "Không tìm thấy đơn vị cấp trên đã chọn.");
}

async function refuseCycle(tx: Transaction, id: string, parentId: string | null) {
  if (!parentId) return;
  const [row] = await tx.$queryRaw<{ found: boolean }[]>`
    WITH RECURSIVE above (id) AS (
      SELECT ${parentId}::uuid
      UNION
      SELECT u."parentId" FROM "Unit" u JOIN above a ON u.id = a.id WHERE u."parentId" IS NOT NULL
    )
    SELECT EXISTS (SELECT 1 FROM above WHERE id = ${id}::uuid) AS found`;
  if (row?.found) {
    throw new Refusal("invalid", "Đơn vị cấp trên đã chọn lại thuộc chính đơn vị này.");
  }
}

type CodeUse = { code: string; from: string; to?: string; id?: string };

/** Official codes are reused under other names; on one day a code means one unit. */
async function refuseCodeInUse(tx: Transaction, { code, from, to, id }: CodeUse) {
  const other = await tx.unit.findFirst({
    where: {
      code,
      id: { not: id },
      OR: [{ validTo: null }, { validTo: { gt: dateOf(from) } }],
      ...(to ? { validFrom: { lt: dateOf(to) } } : {}),
    },
    select: { name: true, validFrom: true },
  });
  if (!other) return;
  const since = formatCalendarDay(other.validFrom);
  throw new Refusal("conflict", `Mã ${code} đang thuộc ${other.name} (từ ${since}).`);
}

/** Whoever takes over must exist on the day it takes over. */
async function refuseBadSuccessor(
  tx: Transaction,
  id: string,
  successorId: string | null,
  day: string,
) {
  if (!successorId) return null;
  const where = { id: successorId };
  const select = { name: true, validFrom: true, validTo: true } as const;
  const successor = await tx.unit.findUnique({ where, select });
  if (!successor || successorId === id || !isValidOn(successor, day)) {
    throw new Refusal("invalid", "Đơn vị kế thừa phải là đơn vị khác, đang hoạt động vào ngày đó.");
  }
  return successor.name;
}
