import { ActionButton } from "@/components/ui/action-button";
import { ButtonLink } from "@/components/ui/button-link";
import { Card } from "@/components/ui/card";
import { RotateCcw } from "@/components/ui/icons";
import { awarenessLabels, formatCount } from "@/lib/awareness/labels";
import type { ActivityRow } from "@/lib/awareness/queries";
import { formatCivilDay } from "@/lib/campaigns/rules";
import type { FormAction } from "@/lib/form-state";

type Props = { last: ActivityRow | null; requestId: string; repeat: FormAction };

/** The quickest way to write down what is done every evening. */
export function RepeatCard({ last, requestId, repeat }: Props) {
  return (
    <Card
      title="Tuyên truyền"
      description={last ? undefined : "Đã phát loa, đăng tin hay họp dân? Ghi lại trong một phút."}
    >
      <div className="grid gap-4">
        {last ? (
          <p>
            <span className="font-medium">{awarenessLabels[last.kind].text}</span>: {last.topic}
            <span className="block text-sm text-ink-muted">
              Lần gần nhất {formatCivilDay(last.heldOn)}, {formatCount(last.times)}{" "}
              {awarenessLabels[last.kind].unit}
            </span>
          </p>
        ) : null}
        <div className="flex flex-wrap items-start gap-2">
          {last ? (
            <ActionButton
              action={repeat}
              fields={{ requestId, activityId: last.id }}
              icon={<RotateCcw />}
              pendingLabel="Đang ghi"
            >
              Lặp lại hôm nay
            </ActionButton>
          ) : null}
          <ButtonLink href="/awareness/new" variant="primary">
            Ghi hoạt động
          </ButtonLink>
          <ButtonLink href="/awareness/messages" variant="ghost">
            Tin mẫu
          </ButtonLink>
        </div>
      </div>
    </Card>
  );
}
