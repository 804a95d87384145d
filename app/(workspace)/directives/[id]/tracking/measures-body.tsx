import { MeasureCards } from "@/components/advisories/measure-cards";
import { DirectiveAwarenessCard } from "@/components/awareness/directive-awareness-card";
import { TelcoMeasuresCard } from "@/components/complaints/telco-measures-card";
import { DirectiveMatrixCard } from "@/components/compliance/directive-matrix-card";
import { DirectiveWatchCard } from "@/components/duty/directive-watch-card";
import { measureAdvisories } from "@/lib/advisories/measure/queries";
import type { Actor } from "@/lib/auth/actor";
import { findDirectiveAwareness } from "@/lib/awareness/coverage/queries";
import { measureTelcos } from "@/lib/complaints/measures/queries";
import { findDirectiveCompliance } from "@/lib/compliance/directives/queries";
import { findDirectiveWatch } from "@/lib/duty/coverage/exceptions/queries";
import { measureSweeps } from "@/lib/sweeps/measure/queries";

/** What the obligations come to, computed from the work of the units. */
export async function MeasuresBody({ actor, directiveId }: { actor: Actor; directiveId: string }) {
  const [compliance, watch, awareness, advisories, sweep, telcos] = await Promise.all([
    findDirectiveCompliance(actor, directiveId),
    findDirectiveWatch(actor, directiveId),
    findDirectiveAwareness(actor, directiveId),
    measureAdvisories(actor, { directiveId }),
    measureSweeps(actor, { directiveId }),
    measureTelcos(actor, { directiveId }),
  ]);
  return (
    <>
      {compliance ? <DirectiveMatrixCard {...compliance} /> : null}
      <DirectiveWatchCard directiveId={directiveId} watch={watch} />
      <DirectiveAwarenessCard directiveId={directiveId} awareness={awareness} />
      <MeasureCards advisories={advisories} sweep={sweep} />
      <TelcoMeasuresCard telcos={telcos} />
    </>
  );
}
