import { MeasureCards } from "@/components/advisories/measure-cards";
import { AwarenessMeasureCard } from "@/components/awareness/awareness-measure-card";
import { ObligationCard } from "@/components/compliance/obligation-card";
import { WatchMeasureCard } from "@/components/duty/watch-measure-card";
import { findAssignmentAdvisories } from "@/lib/advisories/measure/queries";
import type { Actor } from "@/lib/auth/actor";
import { findAssignmentAwareness } from "@/lib/awareness/coverage/queries";
import { listAssignmentCompliance } from "@/lib/compliance/units/queries";
import { findAssignmentWatch } from "@/lib/duty/coverage/queries";
import { findAssignmentSweep } from "@/lib/sweeps/measure/queries";
import { TelcoMeasure } from "./telco-measure";

type Props = { actor: Actor; assignmentId: string };

/** What the unit's work comes to for one obligation: the verdicts, and what they were read from. */
export async function MeasuresBody({ actor, assignmentId }: Props) {
  const [lines, watch, awareness, advisories, sweep] = await Promise.all([
    listAssignmentCompliance(actor, assignmentId),
    findAssignmentWatch(actor, assignmentId),
    findAssignmentAwareness(actor, assignmentId),
    findAssignmentAdvisories(actor, assignmentId),
    findAssignmentSweep(actor, assignmentId),
  ]);
  return (
    <>
      <ObligationCard lines={lines} />
      <WatchMeasureCard watch={watch} />
      <AwarenessMeasureCard awareness={awareness} />
      <MeasureCards advisories={advisories} sweep={sweep} />
      <TelcoMeasure actor={actor} assignmentId={assignmentId} />
    </>
  );
}
