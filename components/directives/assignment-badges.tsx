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
};

/** State and deadline of one obligation, in words, icon and colour together. */
export function AssignmentBadges({ state, timeliness, dueAt, nilReport }: Props) {
  const { text, tone } = assignmentLabels[state];
  const done = timeliness === "on_time" || timeliness === "late";
  return (
    <span className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm">
      <Badge tone={tone}>{nilReport ? `${text} · Không phát sinh` : text}</Badge>
      {dueAt ? (
        <DueText
          text={done ? timelinessLabels[timeliness].text : formatDue(dueAt)}
          tone={timelinessLabels[timeliness].tone}
          dateTime={dueAt.toISOString()}
          at={formatInstant(dueAt)}
        />
      ) : (
        <span className="text-ink-muted">Không đặt hạn</span>
      )}
    </span>
  );
}
