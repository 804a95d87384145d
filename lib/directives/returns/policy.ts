import { type Actor, isDistrict, isUnitMember } from "@/lib/auth/actor";
import type { DirectiveState } from "../schema";

type Stated = { directive: { state: DirectiveState } };

/** The unit's lead gives a directive back; once something was reported it is the unit's. */
export const canReturnReceipt = (
  actor: Actor,
  receipt: Stated & { unitId: string; returnedAt: Date | null; reported: boolean },
) =>
  isUnitMember(actor) &&
  actor.role !== "unit_staff" &&
  actor.unitId === receipt.unitId &&
  receipt.directive.state === "issued" &&
  receipt.returnedAt === null &&
  !receipt.reported;

export const canDecideReturn = (actor: Actor, { directive }: Stated) =>
  isDistrict(actor) && directive.state === "issued";
