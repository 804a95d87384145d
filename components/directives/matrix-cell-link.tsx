import { Paperclip } from "@/components/ui/icons";
import { SoftLink } from "@/components/ui/soft-link";
import { type Tone, toneBox } from "@/components/ui/tone";
import { ToneIcon } from "@/components/ui/tone-icon";
import { assignmentLabels, timelinessLabels } from "@/lib/directives/assignments/labels";
import type { MatrixCell } from "@/lib/directives/matrix/queries";
import { formatDue, formatInstant, formatSpan, now } from "@/lib/time";

type Props = { directiveId: string; unit: string; cell: MatrixCell | undefined };

/** State, deadline, age and evidence of one obligation of one unit, in as little room as can be. */
export function MatrixCellLink({ directiveId, unit, cell }: Props) {
  if (!cell) return <span className="text-ink-faint">—</span>;
  const state = cell.nilReport ? "Không phát sinh" : assignmentLabels[cell.state].text;
  const due = dueWords(cell);
  const notes = notesOf(cell);
  return (
    <SoftLink
      href={`/directives/${directiveId}/assignments/${cell.id}`}
      aria-label={[unit, state, due, notes, evidenceWords(cell)].filter(Boolean).join(", ")}
      className={`block rounded-md border px-2 py-1.5 leading-snug hover:border-current ${toneBox[toneOf(cell)]}`}
    >
      <span className="flex items-center gap-1.5 font-semibold">
        <ToneIcon tone={toneOf(cell)} className="size-3.5 shrink-0" />
        {state}
      </span>
      <span className="flex items-center justify-between gap-2 text-xs">
        {due}
        {cell.evidence > 0 ? (
          <span className="inline-flex items-center gap-0.5">
            <Paperclip aria-hidden className="size-3" />
            {cell.evidence}
          </span>
        ) : null}
      </span>
      {notes ? <span className="block text-xs">{notes}</span> : null}
    </SoftLink>
  );
}

/** What is late is red whatever else it is; what is done and judged is green. */
function toneOf({ state, timeliness }: MatrixCell): Tone {
  if (timeliness === "overdue") return "danger";
  if (state === "accepted") return "success";
  if (state === "reported") return "info";
  if (state === "sent_back") return "danger";
  return timeliness === "due_soon" ? "warning" : "neutral";
}

function dueWords(cell: MatrixCell) {
  if (cell.reportedAt) {
    const age = `${formatSpan(now().getTime() - cell.reportedAt.getTime())} trước`;
    return cell.timeliness === "late" ? `${timelinessLabels.late.text}, ${age}` : age;
  }
  return cell.dueAt ? formatDue(cell.dueAt) : "Không đặt hạn";
}

/** Periods that came in, more time that was given, and whether the unit only works beside others. */
const notesOf = ({ periods, periodsDue, periodsReported, role, originalDueAt }: MatrixCell) =>
  [
    periods > 0 && `${periodsReported}/${periodsDue} kỳ`,
    originalDueAt && "đã gia hạn",
    role === "cooperating" && "phối hợp",
  ]
    .filter(Boolean)
    .join(" · ");

const evidenceWords = ({ evidence, reportedAt }: MatrixCell) =>
  [
    reportedAt && `báo cáo lúc ${formatInstant(reportedAt)}`,
    evidence && `${evidence} tệp minh chứng`,
  ]
    .filter(Boolean)
    .join(", ");
