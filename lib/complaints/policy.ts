import { type Actor, isDistrict, isUnitMember, seesAll } from "@/lib/auth/actor";
import type { Prisma } from "@/lib/db";
import { ownUnits } from "@/lib/organization/policy";

/** What the actor's unit is here; the police desk is a row, so it is asked of the database first. */
export type Part = "district" | "police" | "telco" | "reporter" | null;

export type Seen = { telcoId: string; enteredByUnitId: string };

export function partFor(actor: Actor, police: boolean): Part {
  if (isDistrict(actor)) return "district";
  if (!isUnitMember(actor)) return null;
  if (police) return "police";
  return actor.home === "telecom" ? "telco" : "reporter";
}

/** The cross-telco view: which sources come back, who is asked to block, who is late. */
export const seesAllTelcos = (part: Part) => part === "district" || part === "police";

/** A telco sees its own, a commune what it took down; what is another's is not found. */
export function visibleComplaints(actor: Actor, part: Part): Prisma.ComplaintWhereInput {
  if (seesAllTelcos(part)) return {};
  if (part === "telco") return { telco: ownUnits(actor) };
  if (part === "reporter") return { enteredByUnit: ownUnits(actor), routedFromId: null };
  return { id: { in: [] } };
}

/** Figures without a complaint behind them: also the province and the administrator. */
export const canSeeComplaintFigures = (actor: Actor, part: Part) =>
  seesAll(actor) || seesAllTelcos(part);

export const canEnterComplaint = (part: Part) => part !== null;

/** The telco that answers for it. */
export const canHandleComplaint = (actor: Actor, part: Part, { telcoId }: Seen) =>
  part === "telco" && actor.unitId === telcoId;

/**
 * A case that ended is taken up again by the telco, or by whoever watches over all of them; one that
 * was routed lives on where it went.
 */
export const canReopenComplaint = (actor: Actor, part: Part, complaint: Seen & { state: string }) =>
  ["handled", "rejected", "passed"].includes(complaint.state) &&
  (canHandleComplaint(actor, part, complaint) || seesAllTelcos(part));

/** Who called is for whoever must call back; the police too, once the case was passed to it. */
export const canReadComplainant = (actor: Actor, part: Part, complaint: Seen & { state: string }) =>
  canHandleComplaint(actor, part, complaint) || (part === "police" && complaint.state === "passed");

export const canImportComplaints = (part: Part) => part === "telco";

export const canSetComplaintRules = (actor: Actor) => isDistrict(actor);

/** Police or district. */
export const canAskTelcos = (part: Part) => seesAllTelcos(part);
export const canWarnOfSource = (part: Part) => seesAllTelcos(part);
export const canAskForReports = (actor: Actor) => isDistrict(actor);
