import "server-only";

import { visibleHandlings } from "@/lib/advisories/policy";
import type { Actor } from "@/lib/auth/actor";
import { visibleActivities } from "@/lib/awareness/policy";
import { db } from "@/lib/db";
import { visibleAssignments } from "@/lib/directives/assignments/policy";
import { visibleImplementingDocuments } from "@/lib/directives/implementing/policy";
import { visibleDirectives } from "@/lib/directives/policy";

/** A file that belongs to something the actor may see; null otherwise, whatever its id. */
export async function findFile(actor: Actor, id: string) {
  const directives = visibleDirectives(actor);
  return db.storedFile.findFirst({
    where: {
      id,
      OR: [
        { evidence: { some: { progressReport: { assignment: visibleAssignments(actor) } } } },
        { implementing: { some: visibleImplementingDocuments(actor) } },
        { sourceOf: { some: directives } },
        { signedOf: { some: directives } },
        { advisoryEvidence: { handling: visibleHandlings(actor) } },
        { awarenessPhoto: { activity: visibleActivities(actor) } },
      ],
    },
    select: { name: true, mediaType: true, size: true, sha256: true },
  });
}
