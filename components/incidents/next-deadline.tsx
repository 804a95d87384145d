import { DueText } from "@/components/ui/due-text";
import { deadlineLabels, dutyLabel } from "@/lib/incidents/deadlines/labels";
import { deadlineState } from "@/lib/incidents/deadlines/rules";
import type { IncidentRow } from "@/lib/incidents/queries";
import { formatDue } from "@/lib/time";

type Props = { deadline: IncidentRow["nextDeadline"]; at: Date };

/** What is owed next, and whether there is time for it. */
export function NextDeadline({ deadline, at }: Props) {
  if (!deadline) return <span className="text-ink-muted">Không còn hạn nào</span>;
  const { tone } = deadlineLabels[deadlineState(deadline, at)];
  return (
    <span className="grid">
      <span>{dutyLabel(deadline.duty)}</span>
      <DueText
        text={formatDue(deadline.dueAt, at)}
        tone={tone}
        dateTime={deadline.dueAt.toISOString()}
      />
    </span>
  );
}
