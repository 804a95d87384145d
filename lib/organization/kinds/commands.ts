import "server-only";

import { recordAudit } from "@/lib/audit/record";
import type { Actor } from "@/lib/auth/actor";
import { inTransaction, isUniqueViolation } from "@/lib/db";
import { Refusal, refuseUnless } from "@/lib/errors";
import { canManageUnits } from "../policy";
import type { CreateUnitKind, UpdateUnitKind } from "./schema";

const NOT_ALLOWED = "Chỉ người quản trị sửa danh mục loại đơn vị.";

export async function createUnitKind(actor: Actor, input: CreateUnitKind) {
  refuseUnless(canManageUnits(actor), NOT_ALLOWED);
  try {
    await inTransaction(async (tx) => {
      await tx.unitKind.create({ data: input });
      await recordAudit(tx, actor, {
        action: "unit-kind.create",
        subject: { type: "unit-kind", id: input.code },
        after: input,
        details: { name: input.label },
      });
    });
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    throw new Refusal("conflict", `Đã có loại đơn vị mang mã ${input.code}.`);
  }
}

/** Its name, its place in lists and the home page of its people; the code stays. */
export async function updateUnitKind(actor: Actor, { code, ...data }: UpdateUnitKind) {
  refuseUnless(canManageUnits(actor), NOT_ALLOWED);
  await inTransaction(async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM "UnitKind" WHERE code = ${code} FOR UPDATE`;
    const before = await tx.unitKind.findUnique({ where: { code } });
    if (!before) throw new Refusal("not-found", "Không tìm thấy loại đơn vị.");
    const after = await tx.unitKind.update({ where: { code }, data });
    await recordAudit(tx, actor, {
      action: "unit-kind.update",
      subject: { type: "unit-kind", id: code },
      before,
      after,
      details: { name: after.label },
    });
  });
}
