import { type Actor, isDistrict, isUnitMember, seesAll } from "@/lib/auth/actor";
import type { Prisma } from "@/lib/db";
import { ownUnits } from "@/lib/organization/policy";
import { type DirectiveState, publishedStates } from "../schema";

type OfUnit = {
  unitId: string;
  directive: { state: DirectiveState };
  /** Set when it went on to a successor: then it is read and nothing more. */
  passedAt?: Date | null;
};
type Owed = OfUnit & { releasedAt: Date | null };

const isOwn = (actor: Actor, thing: OfUnit) =>
  isUnitMember(actor) && actor.unitId === thing.unitId && !thing.passedAt;

/** Not what the unit has given back: first the district answers. */
export const canAcknowledge = (actor: Actor, receipt: OfUnit & { returnedAt: Date | null }) =>
  isOwn(actor, receipt) && receipt.directive.state === "issued" && receipt.returnedAt === null;

export const canReport = (actor: Actor, assignment: Owed) =>
  isOwn(actor, assignment) &&
  assignment.directive.state === "issued" &&
  assignment.releasedAt === null;

/** The lead hands work out; in a telco the liaison is the lead. */
export const canAssignPerson = (actor: Actor, assignment: Owed) =>
  canReport(actor, assignment) && actor.role !== "unit_staff";

export const canJudgeResult = (actor: Actor, assignment: OfUnit) =>
  isDistrict(actor) && assignment.directive.state === "issued" && !assignment.passedAt;

const published = {
  directive: { state: { in: [...publishedStates] } },
} satisfies Prisma.AssignmentWhereInput;

export function visibleAssignments(actor: Actor): Prisma.AssignmentWhereInput {
  if (seesAll(actor)) return published;
  return isUnitMember(actor) ? { ...published, unit: ownUnits(actor) } : { id: { in: [] } };
}
