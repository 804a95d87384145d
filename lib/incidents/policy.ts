import { type Actor, isDistrict, isUnitMember } from "@/lib/auth/actor";
import type { Prisma } from "@/lib/db";
import { ownUnits } from "@/lib/organization/policy";
import type { IncidentPart } from "./schema";

/** A case as far as rights go: whose it is, who handles it, and what the actor's unit is in it. */
export type Standing = {
  unitId: string;
  handlerUnitId: string | null;
  part: IncidentPart | null;
};

/** Whoever works somewhere may see something; an observer and an administrator report nothing. */
export const canReportIncident = (actor: Actor) => isUnitMember(actor) || isDistrict(actor);

/** The district reports also what a unit told by telephone. */
export const canReportForUnits = (actor: Actor) => isDistrict(actor);

/** The unit that reported, the one that handles it, police and support; the district sees all. */
export function visibleIncidents(actor: Actor): Prisma.IncidentWhereInput {
  if (isDistrict(actor)) return {};
  if (!isUnitMember(actor)) return { id: { in: [] } };
  return { parties: { some: { unit: ownUnits(actor) } } };
}

/** The same rule on one case. */
export const canSeeIncident = (actor: Actor, { part }: Standing) =>
  isDistrict(actor) || (isUnitMember(actor) && part !== null);

/** Works on the case for the unit that has taken it; the district may always step in. */
export const canHandleIncident = (actor: Actor, of: Standing) =>
  isDistrict(actor) || (isUnitMember(actor) && of.handlerUnitId !== null && isHandlers(actor, of));

const isHandlers = (actor: Actor, of: Standing) =>
  of.handlerUnitId === actor.unitId || of.part === "handler";

/** Police and support take a case on; the unit itself may by its lead, to handle it alone. */
export const canTakeIncident = (actor: Actor, { part }: Standing) =>
  isDistrict(actor) ||
  (isUnitMember(actor) &&
    (part === "police" ||
      part === "support" ||
      part === "handler" ||
      (part === "reporter" && actor.role !== "unit_staff")));

/** Tells what happened, ticks steps, brings evidence: all who are in on the case but for a merged one's unit. */
export const canAddToIncident = (actor: Actor, of: Standing) =>
  canSeeIncident(actor, of) && of.part !== "merged";

/** "Vượt khả năng": whoever is at it knows best; better once too often. */
export const canEscalateIncident = canAddToIncident;

/** Two cases become one: whoever sees all of them. */
export const canMergeIncident = (actor: Actor, { part }: Standing) =>
  isDistrict(actor) || (isUnitMember(actor) && part === "police");

/** Tells other units of it. */
export const canWarnUnits = canMergeIncident;

/** A resident's number is for those who must call back. */
export const canReadNumbers = (actor: Actor, of: Standing) =>
  isUnitMember(actor) || isDistrict(actor)
    ? of.handlerUnitId !== null && isHandlers(actor, of)
    : false;

/** Deadlines, tasks by kind, and which unit is police and support. */
export const canManageIncidentRules = (actor: Actor) => actor.role === "administrator";
export const canSeeIncidentRules = (actor: Actor) =>
  canManageIncidentRules(actor) || isDistrict(actor);

/** Everyone who sees the whole picture reads figures; never a case by them. */
export const canSeeIncidentFigures = (actor: Actor) =>
  isDistrict(actor) || actor.role === "observer" || actor.role === "administrator";

export const canRunDrill = (actor: Actor) => isDistrict(actor);

export type IncidentTab = "cases" | "warnings" | "figures" | "drills";

/** The pages about incidents that this person may open. */
export function tabsFor(actor: Actor): IncidentTab[] {
  const works = isUnitMember(actor) || isDistrict(actor);
  return [
    "cases",
    ...(isUnitMember(actor) ? ["warnings" as const] : []),
    ...(canSeeIncidentFigures(actor) ? ["figures" as const] : []),
    ...(works ? ["drills" as const] : []),
  ];
}
