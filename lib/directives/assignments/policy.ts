import { type Actor, isDistrict, isUnitMember, seesAll } from "@/lib/auth/actor";
import type { Prisma } from "@/lib/db";
import type { DirectiveState } from "../schema";

type OfUnit = { unitId: string; directive: { state: DirectiveState } };

const isOwn = (actor: Actor, thing: { unitId: string }) =>
  isUnitMember(actor) && actor.unitId === thing.unitId;

export const canAcknowledge = (actor: Actor, receipt: OfUnit) =>
  isOwn(actor, receipt) && receipt.directive.state === "issued";

export const canReport = (actor: Actor, assignment: OfUnit) =>
  isOwn(actor, assignment) && assignment.directive.state === "issued";

/** The lead hands work out; in a telco the liaison is the lead. */
export const canAssignPerson = (actor: Actor, assignment: OfUnit) =>
  canReport(actor, assignment) && actor.role !== "unit_staff";

export const canJudgeResult = (actor: Actor, assignment: OfUnit) =>
  isDistrict(actor) && assignment.directive.state === "issued";

const published = {
  directive: { state: { in: ["issued", "closed"] } },
} satisfies Prisma.AssignmentWhereInput;

export function visibleAssignments(actor: Actor): Prisma.AssignmentWhereInput {
  if (seesAll(actor)) return published;
  return { ...published, unitId: isUnitMember(actor) ? actor.unitId : { in: [] } };
}
