import { type Actor, isDistrict, isUnitMember, seesAll } from "@/lib/auth/actor";
import type { Prisma } from "@/lib/db";
import { ownUnits } from "@/lib/organization/policy";
import { type DirectiveState, publishedStates } from "../schema";

type Thread = { unitId: string; directive: { state: DirectiveState } };

const isOpen = ({ directive }: Thread) => directive.state !== "closed";

export const canAskQuestion = (actor: Actor, receipt: Thread) =>
  isUnitMember(actor) && actor.unitId === receipt.unitId && isOpen(receipt);

/** Whoever asked goes on asking, and the district answers. */
export const canReply = (actor: Actor, question: Thread) =>
  (isDistrict(actor) && isOpen(question)) || canAskQuestion(actor, question);

export const canShareQuestion = (actor: Actor) => isDistrict(actor);

/** One's own unit's, and what the district has shared with all addressees. */
export function visibleQuestions(actor: Actor): Prisma.QuestionWhereInput {
  if (seesAll(actor)) return {};
  if (!isUnitMember(actor)) return { id: { in: [] } };
  return {
    directive: {
      state: { in: [...publishedStates] },
      receipts: { some: { unit: ownUnits(actor) } },
    },
    OR: [{ unit: ownUnits(actor) }, { sharedAt: { not: null } }],
  };
}
