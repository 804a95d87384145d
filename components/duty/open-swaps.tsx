import { ActionButton } from "@/components/ui/action-button";
import { Card } from "@/components/ui/card";
import { postLabels } from "@/lib/duty/labels";
import type { OpenSwap } from "@/lib/duty/swaps/queries";
import type { FormAction } from "@/lib/form-state";
import { spanWords } from "./span-text";

type Props = { swaps: OpenSwap[]; actions: Record<"consent" | "approve" | "end", FormAction> };

/** Requests that wait for this person's word, or that they may take back. */
export function OpenSwaps({ swaps, actions }: Props) {
  if (swaps.length === 0) return null;
  return (
    <Card title="Xin đổi ca" flush>
      <ul>
        {swaps.map((swap) => (
          <li
            key={swap.id}
            className="grid gap-2 border-b border-line px-4 py-4 last:border-0 sm:px-5"
          >
            <p className="font-medium">
              {swap.fromPerson.name} xin {swap.toPerson.name} trực thay{" "}
              {postLabels[swap.shift.post].toLowerCase()} {spanWords(swap.shift)}
            </p>
            {swap.otherShift ? <p>Đổi lại: {spanWords(swap.otherShift)}</p> : null}
            <p className="text-sm text-ink-muted">
              {swap.reason} ·{" "}
              {swap.consentedAt
                ? "hai người đã đồng ý, chờ lãnh đạo duyệt"
                : "chờ người kia đồng ý"}
            </p>
            <div className="flex flex-wrap gap-2">
              {swap.may.consent ? (
                <ActionButton
                  action={actions.consent}
                  fields={{ swapId: swap.id }}
                  variant="primary"
                >
                  Đồng ý đổi ca
                </ActionButton>
              ) : null}
              {swap.may.approve ? (
                <ActionButton
                  action={actions.approve}
                  fields={{ swapId: swap.id }}
                  variant="primary"
                >
                  Duyệt đổi ca
                </ActionButton>
              ) : null}
              {swap.may.end ? (
                <ActionButton action={actions.end} fields={{ swapId: swap.id }} variant="ghost">
                  Không đổi
                </ActionButton>
              ) : null}
            </div>
          </li>
        ))}
      </ul>
    </Card>
  );
}
