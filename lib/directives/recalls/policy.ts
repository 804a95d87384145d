import { type Actor, isUnitMember } from "@/lib/auth/actor";
import type { DirectiveState } from "../schema";

/** Whoever works in a unit that has it; staff too, since at night nobody else is there. */
export const canAnswerRecall = (
  actor: Actor,
  receipt: { unitId: string; directive: { state: DirectiveState } },
) =>
  isUnitMember(actor) && actor.unitId === receipt.unitId && receipt.directive.state === "recalled";
