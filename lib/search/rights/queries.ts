import "server-only";

import { type Actor, isDistrict, isUnitMember, seesAll } from "@/lib/auth/actor";
import { Prisma } from "@/lib/db";
import { canManagePeople } from "@/lib/identity/policy";

const published = Prisma.sql`d.state IN ('issued', 'closed', 'recalled')`;
/** `ownUnits`: the actor's unit and those that went on into it. */
const ownUnitIds = ({ unitId }: Actor) => Prisma.sql`(
  WITH RECURSIVE own AS (
    SELECT ${unitId}::uuid AS id
    UNION SELECT u.id FROM "Unit" u JOIN own ON u."successorId" = own.id
  ) SELECT id FROM own)`;

const nothing = Prisma.sql`FALSE`;

/** `visibleDirectives` for a statement in which the directive is `d`. */
export function directiveRows(actor: Actor) {
  if (isDistrict(actor)) return Prisma.sql`TRUE`;
  if (seesAll(actor)) return published;
  if (!isUnitMember(actor)) return nothing;
  return Prisma.sql`${published} AND EXISTS (
    SELECT 1 FROM "DirectiveReceipt" own
    WHERE own."directiveId" = d.id AND own."unitId" IN ${ownUnitIds(actor)})`;
}

/** `visibleAssignments`, where the assignment is `a` and its directive `d`. */
export function assignmentRows(actor: Actor) {
  if (seesAll(actor)) return published;
  if (!isUnitMember(actor)) return nothing;
  return Prisma.sql`${published} AND a."unitId" IN ${ownUnitIds(actor)}`;
}

/** An obligation `e` of a visible directive; a unit's only when it is its own to fulfil. */
export function obligationRows(actor: Actor) {
  if (!isUnitMember(actor)) return directiveRows(actor);
  return Prisma.sql`EXISTS (
    SELECT 1 FROM "Assignment" a WHERE a."obligationId" = e.id AND ${assignmentRows(actor)})`;
}

/** `visiblePeople`, and whom work can be handed to in one's own unit; the person is `p`. */
export function personRows(actor: Actor) {
  if (canManagePeople(actor)) return Prisma.sql`TRUE`;
  return Prisma.sql`p."unitId" = ${actor.unitId}::uuid AND p."disabledAt" IS NULL`;
}
