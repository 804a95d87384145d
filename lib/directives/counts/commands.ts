import "server-only";

import type { Actor } from "@/lib/auth/actor";
import { systemActor } from "@/lib/auth/system-actor";
import { db } from "@/lib/db";
import { refuseUnless } from "@/lib/errors";

/** Fewer lines than this are added up as fast as one. */
const FEW = 50;

/** Folds what the triggers noted of a directive into one line; the sum stays the same throughout. */
export async function foldCounts(actor: Actor) {
  refuseUnless(actor.userId === systemActor.userId, "Việc này hệ thống tự làm.");
  const folded = await db.$executeRaw`
    WITH many AS (
      SELECT "directiveId" FROM "DirectiveCount" GROUP BY "directiveId" HAVING count(*) > ${FEW}),
    gone AS (
      DELETE FROM "DirectiveCount" c USING many m WHERE c."directiveId" = m."directiveId"
      RETURNING c.*)
    INSERT INTO "DirectiveCount"
      ("directiveId", units, opened, acknowledged, total, accepted, reported)
    SELECT "directiveId", sum(units), sum(opened), sum(acknowledged), sum(total), sum(accepted),
      sum(reported)
    FROM gone GROUP BY "directiveId"`;
  return { folded };
}
