import "server-only";

import { type Actor, isUnitMember } from "@/lib/auth/actor";
import { db } from "@/lib/db";

/** Nudges that the unit has not yet put away, newest first; only of directives still in force. */
export async function listReminders(actor: Actor) {
  if (!isUnitMember(actor)) return [];
  return db.reminder.findMany({
    where: { unitId: actor.unitId, seenAt: null, directive: { state: "issued" } },
    select: {
      id: true,
      message: true,
      sentAt: true,
      sentBy: { select: { fullName: true, phone: true } },
      directive: { select: { id: true, number: true, symbol: true, subject: true } },
    },
    orderBy: [{ sentAt: "desc" }, { id: "desc" }],
    take: 20,
  });
}

export type ReminderRow = Awaited<ReturnType<typeof listReminders>>[number];
