import { DirectiveAwarenessCard } from "@/components/awareness/directive-awareness-card";
import { TelcoMeasuresCard } from "@/components/complaints/telco-measures-card";
import { DirectiveWatchCard } from "@/components/duty/directive-watch-card";
import type { Actor } from "@/lib/auth/actor";
import { findDirectiveAwareness } from "@/lib/awareness/coverage/queries";
import { findDirectiveTelcos } from "@/lib/complaints/figures/queries";
import { findDirectiveWatch } from "@/lib/duty/coverage/exceptions/queries";

/** What the obligations come to, computed from the work of the units. */
export async function MeasuresBody({ actor, directiveId }: { actor: Actor; directiveId: string }) {
  const [watch, awareness, telcos] = await Promise.all([
    findDirectiveWatch(actor, directiveId),
    findDirectiveAwareness(actor, directiveId),
    findDirectiveTelcos(actor, directiveId),
  ]);
  return (
    <>
      <DirectiveWatchCard directiveId={directiveId} watch={watch} />
      <DirectiveAwarenessCard directiveId={directiveId} awareness={awareness} />
      <TelcoMeasuresCard telcos={telcos} />
    </>
  );
}
