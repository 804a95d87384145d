import { type Actor, isDistrict, isUnitMember } from "@/lib/auth/actor";
import type { DirectiveState } from "../schema";

type Extendable = {
  unitId: string;
  dueAt: Date | null;
  reportedAt: Date | null;
  releasedAt: Date | null;
  passedAt: Date | null;
  periodic: boolean;
  directive: { state: DirectiveState };
};

/**
 * A unit asks while it still owes the result, also after the deadline. A periodic report is a
 * picture of its moment: there is no later one to wait for, so it is not extended.
 */
export const canAskExtension = (actor: Actor, assignment: Extendable) =>
  isUnitMember(actor) &&
  actor.role !== "unit_staff" &&
  actor.unitId === assignment.unitId &&
  assignment.directive.state === "issued" &&
  assignment.dueAt !== null &&
  assignment.reportedAt === null &&
  assignment.releasedAt === null &&
  assignment.passedAt === null &&
  !assignment.periodic;

export const canDecideExtension = (
  actor: Actor,
  assignment: { directive: { state: DirectiveState } },
) => isDistrict(actor) && assignment.directive.state === "issued";
