import { Stat } from "@/components/ui/stat";
import { verdictLabels } from "@/lib/compliance/labels";
import type { Spread } from "@/lib/compliance/rules";
import type { PictureFilter, Verdict } from "@/lib/compliance/schema";
import { pictureAddress } from "./picture-address";

const order: Verdict[] = ["not_met", "at_risk", "met", "not_measurable"];

/** How many units stand how, by the worst of what is measured of each. */
export function VerdictCounts({ spread, filter }: { spread: Spread; filter: PictureFilter }) {
  return (
    <div className="grid grid-cols-2 gap-3 lg:grid-cols-4">
      {order.map((verdict) => (
        <Stat
          key={verdict}
          label={verdictLabels[verdict].text}
          value={spread[verdict]}
          note="đơn vị"
          tone={spread[verdict] > 0 ? verdictLabels[verdict].tone : "neutral"}
          href={pictureAddress("/command/obligations/all", filter, { verdict })}
        />
      ))}
    </div>
  );
}
