import { KeepFresh } from "@/components/live/keep-fresh";
import { Badge } from "@/components/ui/badge";
import { channelLabels } from "@/lib/notifications/choices/labels";
import type { NoticeChoices } from "@/lib/notifications/choices/queries";
import { deliveryStates } from "@/lib/notifications/deliveries/labels";

/** How the last test went, by channel; looked at again while something is under way. */
export function TestResult({ tests }: { tests: NoticeChoices["lastTest"] }) {
  if (tests.length === 0) return null;
  const underWay = tests.some(({ state }) =>
    ["waiting", "sending", "handing", "handed"].includes(state),
  );
  return (
    <>
      {underWay ? <KeepFresh seconds={3} /> : null}
      <ul className="grid gap-2" aria-label="Kết quả gửi thử">
        {tests.map(({ id, channel, state, error }) => (
          <li key={id} className="flex flex-wrap items-center gap-x-3 gap-y-1">
            {channelLabels[channel]}
            <Badge tone={deliveryStates[state].tone}>{deliveryStates[state].label}</Badge>
            {error ? <span className="text-sm text-ink-muted">{error}</span> : null}
          </li>
        ))}
      </ul>
    </>
  );
}
