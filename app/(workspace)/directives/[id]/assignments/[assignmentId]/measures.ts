import { findAssignmentAdvisories } from "@/lib/advisories/measure/queries";
import type { Actor } from "@/lib/auth/actor";
import { listAssignmentCompliance } from "@/lib/compliance/units/queries";
import { findAssignmentSweep } from "@/lib/sweeps/measure/queries";

/** What the unit's work comes to for one obligation: the verdicts, and its answers and sweeps. */
export async function findAssignmentMeasures(actor: Actor, assignmentId: string) {
  const [lines, advisories, sweep] = await Promise.all([
    listAssignmentCompliance(actor, assignmentId),
    findAssignmentAdvisories(actor, assignmentId),
    findAssignmentSweep(actor, assignmentId),
  ]);
  return { lines, cards: { advisories, sweep } };
}
