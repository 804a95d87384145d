import { Badge } from "@/components/ui/badge";
import { DueText } from "@/components/ui/due-text";
import { assignmentLabels, timelinessLabels } from "@/lib/directives/assignments/labels";
import type { AssignmentState, Timeliness } from "@/lib/directives/assignments/rules";
import { formatDue, formatInstant } from "@/lib/time";

type Props = {
  state: AssignmentState;
  timeliness: Timeliness;
  dueAt: Date | null;
  nilReport?: boolean;
  /** Whether the work is still asked for; what is not has no clock that runs. */
  running?: boolean;
};

/** State and deadline of one obligation, in words, icon and colour together. */
export function AssignmentBadges(props: Props) {
  const { state, timeliness, nilReport, running = true } = props;
  const { text, tone } = assignmentLabels[state];
  const done = timeliness === "on_time" || timeliness === "late";
  return (
    <span className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm">
      <Badge tone={tone}>{nilReport ? `${text} · Không phát sinh` : text}</Badge>
      {running || done ? <Due {...props} done={done} /> : null}
    </span>
  );
}

function Due({ timeliness, dueAt, done }: Props & { done: boolean }) {
  if (!dueAt) return <span className="text-ink-muted">Không đặt hạn</span>;
  return (
    <DueText
      text={done ? timelinessLabels[timeliness].text : formatDue(dueAt)}
      tone={timelinessLabels[timeliness].tone}
      dateTime={dueAt.toISOString()}
      at={formatInstant(dueAt)}
    />
  );
}
