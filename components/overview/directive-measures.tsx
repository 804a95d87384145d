import { TelcoMeasuresCard } from "@/components/complaints/telco-measures-card";
import { DirectiveWatchCard } from "@/components/duty/directive-watch-card";
import type { DirectiveTelcos } from "@/lib/complaints/figures/queries";
import type { DirectiveWatch } from "@/lib/duty/coverage/exceptions/queries";

type Props = { directiveId: string; watch: DirectiveWatch | null; telcos: DirectiveTelcos | null };

/** What the obligations of a directive come to, computed over all its units. */
export function DirectiveMeasures({ directiveId, watch, telcos }: Props) {
  return (
    <>
      <DirectiveWatchCard directiveId={directiveId} watch={watch} />
      <TelcoMeasuresCard telcos={telcos} />
    </>
  );
}
