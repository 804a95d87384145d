import "server-only";

import type { Actor } from "@/lib/auth/actor";
import type { Transaction } from "@/lib/db";
import { Refusal } from "@/lib/errors";

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
  return inject.drillId;
}
