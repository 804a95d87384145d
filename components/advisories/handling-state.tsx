import { Badge } from "@/components/ui/badge";
import { DueText } from "@/components/ui/due-text";
import { handlingTimeliness } from "@/lib/advisories/handling/rules";
import { handlingLabels } from "@/lib/advisories/labels";
import type { HandlingState as State } from "@/lib/advisories/schema";
import { formatDay, formatDue, formatInstant } from "@/lib/time";

type Props = {
  handling: { state: State; dueAt: Date; closedAt: Date | null; acceptUntil: Date | null };
  at: Date;
};

/** Where one unit stands, and what that means in time. */
export function HandlingState({ handling, at }: Props) {
  const { state, dueAt, acceptUntil } = handling;
  const { text, tone } = handlingLabels[state];
  const timing = handlingTimeliness(handling, at);
  return (
    <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
      <Badge tone={tone}>{text}</Badge>
      {acceptUntil ? <span className="text-sm">đến {formatDay(acceptUntil)}</span> : null}
      {timing === "closed_late" ? <Badge tone="warning">Muộn</Badge> : null}
      {timing === "open" || timing === "late" ? (
        <DueText
          text={formatDue(dueAt, at)}
          tone={timing === "late" ? "danger" : "neutral"}
          dateTime={dueAt.toISOString()}
          at={formatInstant(dueAt)}
          className="text-sm"
        />
      ) : null}
    </span>
  );
}
