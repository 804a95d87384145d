import type { Actor } from "@/lib/auth/actor";
import { canActOnShift, canMakeRoster } from "../policy";

type Swap = {
  unitId: string;
  consentedAt: Date | null;
  appliedAt: Date | null;
  endedAt: Date | null;
  fromPerson: { userId: string | null };
  toPerson: { userId: string | null };
};

const open = ({ appliedAt, endedAt }: Swap) => appliedAt === null && endedAt === null;

/** The other person says yes; for one without an account the lead does. */
export const canConsentSwap = (actor: Actor, swap: Swap) =>
  open(swap) &&
  swap.consentedAt === null &&
  (swap.toPerson.userId === actor.userId ||
    (swap.toPerson.userId === null && canMakeRoster(actor, swap)));

export const canApproveSwap = (actor: Actor, swap: Swap) =>
  open(swap) && swap.consentedAt !== null && canMakeRoster(actor, swap);

/** Taken back by who asked, declined by who was asked, refused by the lead. */
export const canEndSwap = (actor: Actor, swap: Swap) =>
  open(swap) &&
  (canActOnShift(actor, { unitId: swap.unitId, personUserId: swap.fromPerson.userId }) ||
    swap.toPerson.userId === actor.userId);
