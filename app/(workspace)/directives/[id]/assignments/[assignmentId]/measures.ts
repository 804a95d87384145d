import { findAssignmentAdvisories } from "@/lib/advisories/measure/queries";
import type { Actor } from "@/lib/auth/actor";
import { findAssignmentSweep } from "@/lib/sweeps/measure/queries";

/** What the unit's answers and sweeps come to for one obligation. */
export async function findAssignmentMeasures(actor: Actor, assignmentId: string) {
  const [advisories, sweep] = await Promise.all([
    findAssignmentAdvisories(actor, assignmentId),
    findAssignmentSweep(actor, assignmentId),
  ]);
  return { advisories, sweep };
}
