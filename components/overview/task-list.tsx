import { OwedReports } from "@/components/duty/quick-reports/owed-reports";
import { ButtonLink } from "@/components/ui/button-link";
import { Card } from "@/components/ui/card";
import { DueText } from "@/components/ui/due-text";
import { EmptyState } from "@/components/ui/empty-state";
import { timelinessLabels } from "@/lib/directives/assignments/labels";
import { documentNumber } from "@/lib/directives/labels";
import type { OwedQuickReport } from "@/lib/duty/quick-reports/queries";
import type { FormAction } from "@/lib/form-state";
import type { UnitTask } from "@/lib/overview/queries";
import { formatDue, formatInstant } from "@/lib/time";

type Props = { tasks: UnitTask[]; quickReports: OwedQuickReport[]; fileQuickReport: FormAction };

/** One list of what is owed, soonest first, quick reports of the hour above it; each row leads to where it is done. */
export function TaskList({ tasks, quickReports, fileQuickReport }: Props) {
  if (tasks.length + quickReports.length === 0) {
    return (
      <Card title="Việc cần làm">
        <EmptyState title="Không còn việc nào chờ đơn vị">
          Văn bản mới của huyện sẽ hiện ngay ở đây.
        </EmptyState>
      </Card>
    );
  }
  return (
    <Card title={`Việc cần làm (${tasks.length + quickReports.length})`} flush>
      <ol>
        <OwedReports reports={quickReports} file={fileQuickReport} />
        {tasks.map((task) => (
          <li
            key={`${task.directiveId}${task.assignmentId}`}
            className="grid gap-x-6 gap-y-2 border-b border-line px-4 py-4 last:border-0 sm:grid-cols-[1fr_auto] sm:px-5"
          >
            <TaskText task={task} />
            <div className="flex flex-wrap items-center gap-3 sm:flex-col sm:items-end">
              <TaskAction task={task} />
              <Due task={task} />
            </div>
          </li>
        ))}
      </ol>
    </Card>
  );
}

function TaskText({ task }: { task: UnitTask }) {
  return (
    <div className="min-w-0">
      <p className="text-sm text-ink-muted">
        {documentNumber(task)}
        {task.role === "cooperating" ? " · phối hợp" : ""}
        {task.periodic ? " · báo cáo định kỳ" : ""}
        {task.assignee ? ` · ${task.mine ? "giao cho tôi" : `giao cho ${task.assignee}`}` : ""}
      </p>
      <p className="line-clamp-3 font-medium">{titleOf(task)}</p>
      {task.sentBackReason && task.sentBackAt ? (
        <p className="mt-1 text-sm font-medium text-danger-ink">
          Cần làm lại: {task.sentBackReason}
        </p>
      ) : null}
    </div>
  );
}

const titles = { acknowledge: "Tiếp nhận văn bản", recall: "Trả lời thu hồi văn bản" };

const titleOf = ({ kind, subject, text }: UnitTask) =>
  kind === "report" ? text : `${titles[kind]}: ${subject}`;

function TaskAction({ task }: { task: UnitTask }) {
  const page = `/directives/${task.directiveId}`;
  const subject = task.text ?? task.subject;
  if (task.kind === "recall") {
    return (
      <ButtonLink href={page} variant="primary" aria-label={`Trả lời thu hồi: ${subject}`}>
        Trả lời
      </ButtonLink>
    );
  }
  return task.kind === "acknowledge" ? (
    <ButtonLink href={page} variant="primary" aria-label={`Tiếp nhận: ${subject}`}>
      Tiếp nhận
    </ButtonLink>
  ) : (
    <ButtonLink
      href={`${page}/assignments/${task.assignmentId}`}
      aria-label={`Báo cáo: ${subject}`}
    >
      Báo cáo
    </ButtonLink>
  );
}

function Due({ task: { kind, dueAt, since, timeliness } }: { task: UnitTask }) {
  if (kind === "recall") {
    return <span className="text-sm text-ink-muted">thu hồi {formatInstant(since)}</span>;
  }
  if (kind === "acknowledge") {
    return <span className="text-sm text-ink-muted">nhận {formatInstant(since)}</span>;
  }
  if (!dueAt) return <span className="text-sm text-ink-muted">không đặt hạn</span>;
  const { tone } = timelinessLabels[timeliness];
  return (
    <DueText
      className="text-sm"
      text={formatDue(dueAt)}
      tone={tone}
      dateTime={dueAt.toISOString()}
      at={formatInstant(dueAt)}
    />
  );
}
