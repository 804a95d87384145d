import "server-only";

import { recordAudit } from "@/lib/audit/record";
import type { Actor } from "@/lib/auth/actor";
import { inTransaction } from "@/lib/db";
import { Refusal, refuseUnless } from "@/lib/errors";
import { canManageIncidentRules } from "../policy";
import type { AddDesk, RemoveDesk } from "./schema";

const NOT_ALLOWED = "Chỉ người quản trị chọn đơn vị xử lý sự cố.";

/** From now on this unit is told of every incident (police), or of those beyond a unit's means. */
export async function addDesk(actor: Actor, { unitId, part }: AddDesk) {
  refuseUnless(canManageIncidentRules(actor), NOT_ALLOWED);
  await inTransaction(async (tx) => {
    const unit = await tx.unit.findFirst({
      where: { id: unitId, validTo: null },
      select: { name: true },
    });
    if (!unit) throw new Refusal("not-found", "Không tìm thấy đơn vị.");
    const { count } = await tx.incidentDesk.createMany({
      data: { unitId, part },
      skipDuplicates: true,
    });
    if (count === 0) throw new Refusal("conflict", "Đơn vị này đã có trong danh sách.");
    await recordAudit(tx, actor, {
      action: "incident-desk.add",
      subject: { type: "unit", id: unitId },
      after: { part },
      details: { unit: unit.name },
    });
  });
}

/** Cases it is in on stay its own. */
export async function removeDesk(actor: Actor, { unitId }: RemoveDesk) {
  refuseUnless(canManageIncidentRules(actor), NOT_ALLOWED);
  await inTransaction(async (tx) => {
    const [desk] = await tx.$queryRaw<{ part: string }[]>`
      DELETE FROM "IncidentDesk" WHERE "unitId" = ${unitId}::uuid RETURNING part::text`;
    if (!desk) throw new Refusal("not-found", "Đơn vị này không có trong danh sách.");
    await recordAudit(tx, actor, {
      action: "incident-desk.remove",
      subject: { type: "unit", id: unitId },
      before: desk,
    });
  });
}
