/** A week: long enough for a letter to reach a commune, short enough to be forgotten safely. */
export const INVITATION_LIMIT = 7 * 24 * 60 * 60 * 1000;

export type InvitationFacts = { expiresAt: Date; usedAt: Date | null; revokedAt: Date | null };
export type InvitationState = "open" | "used" | "revoked" | "expired";

export function invitationState(facts: InvitationFacts, at: Date): InvitationState {
  if (facts.usedAt) return "used";
  if (facts.revokedAt) return "revoked";
  return facts.expiresAt <= at ? "expired" : "open";
}

/** `https://…/invite/<token>` */
export const invitationLink = (origin: string, token: string) => `${origin}/invite/${token}`;
