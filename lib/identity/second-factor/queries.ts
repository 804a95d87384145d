import "server-only";

import type { Actor } from "@/lib/auth/actor";
import { enrolmentOf } from "@/lib/auth/one-time-code";
import { db } from "@/lib/db";

/** One's own second factor: off, waiting for its first code, or on. The secret shows only while waiting. */
export async function findSecondFactor(actor: Actor) {
  const { totpSecret, totpConfirmedAt, username, recoveryCodes } = await db.user.findUniqueOrThrow({
    where: { id: actor.userId },
    select: {
      username: true,
      totpSecret: true,
      totpConfirmedAt: true,
      recoveryCodes: { where: { usedAt: null }, select: { id: true } },
    },
  });
  if (totpConfirmedAt) {
    return { state: "on", confirmedAt: totpConfirmedAt, codesLeft: recoveryCodes.length } as const;
  }
  if (!totpSecret) return { state: "off" } as const;
  return { state: "waiting", ...enrolmentOf(actor.userId, totpSecret, username) } as const;
}

export type SecondFactorView = Awaited<ReturnType<typeof findSecondFactor>>;
