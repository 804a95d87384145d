import "server-only";

import type { Actor } from "@/lib/auth/actor";
import { db } from "@/lib/db";
import { visiblePeople } from "@/lib/identity/policy";
import { now } from "@/lib/time";
import { invitationState } from "./rules";

/** The newest link of a person, without the link itself; null where none was ever given. */
export async function findInvitation(actor: Actor, personId: string) {
  const invitation = await db.invitation.findFirst({
    where: { userId: personId, user: visiblePeople(actor) },
    select: { createdAt: true, expiresAt: true, usedAt: true, revokedAt: true },
    orderBy: { createdAt: "desc" },
  });
  return invitation && { ...invitation, state: invitationState(invitation, now()) };
}

export type InvitationView = NonNullable<Awaited<ReturnType<typeof findInvitation>>>;
