import { randomUUID } from "node:crypto";
import { systemActor } from "@/lib/auth/system-actor";
import { db } from "@/lib/db";
import { noteCall, recordCall } from "@/lib/directives/calls/commands";
import { raiseReminders } from "@/lib/directives/ladders/steps/commands";
import { env } from "@/lib/env";
import { isoDay, now, setClock } from "@/lib/time";
import { actorOf } from "./directives";

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/**
 * The ladder as it was climbed on the days behind, and two calls: one noted yesterday, one going on
 * right now, so that whoever opens the list sees both.
 */
export async function seedReminders() {
  if ((await db.reminderStep.count()) > 0) return;
  const directive = await db.directive.findFirst({
    where: { state: "issued" },
    orderBy: { issuedAt: "asc" },
    select: { id: true },
  });
  if (!directive) return;
  const officer = await actorOf("chuyenvien");
  const leader = await actorOf("lanhdao");
  const today = now();
  const silent = await db.directiveReceipt.findMany({
    where: {
      directiveId: directive.id,
      acknowledgedAt: null,
      unit: { kindCode: { startsWith: "commune" } },
    },
    orderBy: { unit: { name: "asc" } },
    select: { unitId: true },
    take: 2,
  });

  try {
    for (let days = 6; days >= 0; days--) {
      const morning = new Date(`${isoDay(new Date(today.getTime() - days * DAY))}T08:01:00+07:00`);
      if (morning > today) continue;
      setClock(morning.toISOString());
      await raiseReminders(systemActor);
    }
    const [first, second] = silent;
    if (first) {
      setClock(new Date(today.getTime() - DAY).toISOString());
      const requestId = randomUUID();
      await recordCall(officer, { directiveId: directive.id, unitId: first.unitId, requestId });
      const { id } = await db.unitCall.findUniqueOrThrow({ where: { requestId } });
      await noteCall(officer, {
        callId: id,
        result: "call_back",
        note: "Phó Chủ tịch xã đi họp, hẹn sáng hôm sau gọi lại.",
      });
    }
    if (second) {
      setClock(new Date(today.getTime() - 12 * MINUTE).toISOString());
      await recordCall(leader, {
        directiveId: directive.id,
        unitId: second.unitId,
        requestId: randomUUID(),
      });
    }
  } finally {
    setClock(env.DISTRICT_CLOCK);
  }
}
