import { type Actor, isDistrict, isUnitMember, seesAll } from "@/lib/auth/actor";
import type { Prisma } from "@/lib/db";
import { ownUnits } from "@/lib/organization/policy";
import { type DirectiveState, publishedStates } from "./schema";

type Stated = { state: DirectiveState };

export const canDraftDirective = (actor: Actor) => isDistrict(actor);

export const canEditDirective = (actor: Actor, directive: Stated) =>
  isDistrict(actor) && directive.state === "draft";

export const canWithdrawDirective = (actor: Actor, directive: Stated) =>
  isDistrict(actor) && directive.state === "for_signature";

export const canSignDirective = (actor: Actor, directive: Stated) =>
  actor.role === "district_leader" && directive.state === "for_signature";

export const canCloseDirective = (actor: Actor, directive: Stated) =>
  isDistrict(actor) && directive.state === "issued";

export const isPublished = ({ state }: Stated) =>
  publishedStates.some((published) => published === state);

export const canAttachSignedFile = (actor: Actor, directive: Stated) =>
  isDistrict(actor) && isPublished(directive);

/** Which campaign it serves is no part of its text, and may be said later. */
export const canPlaceDirective = (actor: Actor) => isDistrict(actor);

/** Watches all units: matrix, silent ones, exports. */
export const canTrackDirective = (actor: Actor, directive: Stated) =>
  seesAll(actor) && isPublished(directive);

/** Calls an issued directive back; also one that is closed, when it turns out to be wrong. */
export const canRecallDirective = (actor: Actor, directive: Stated) =>
  isDistrict(actor) && (directive.state === "issued" || directive.state === "closed");

/** Drafts the directive that takes another's place, once only. */
export const canReplaceDirective = (actor: Actor, directive: Stated & { replaced: boolean }) =>
  isDistrict(actor) && isPublished(directive) && !directive.replaced;

/** Accepts or sends back results, reminds. */
export const canSteerDirective = (actor: Actor, directive: Stated) =>
  isDistrict(actor) && directive.state === "issued";

/** The same rights as a filter: what an actor may not see is not found. */
export function visibleDirectives(actor: Actor): Prisma.DirectiveWhereInput {
  if (isDistrict(actor)) return {};
  const issued: Prisma.DirectiveWhereInput = { state: { in: [...publishedStates] } };
  if (seesAll(actor)) return issued;
  if (!isUnitMember(actor)) return { id: { in: [] } };
  return { ...issued, receipts: { some: { unit: ownUnits(actor) } } };
}
