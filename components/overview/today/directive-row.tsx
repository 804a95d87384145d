import { ButtonLink } from "@/components/ui/button-link";
import { FileText } from "@/components/ui/icons";
import { timelinessLabels } from "@/lib/directives/assignments/labels";
import { documentNumber } from "@/lib/directives/labels";
import type { UnitTask } from "@/lib/overview/tasks/queries";
import { formatInstant } from "@/lib/time";
import { TodayRow } from "./today-row";

/** A directive to take on, a recall to answer, an obligation to report on. */
export function DirectiveRow({ task }: { task: UnitTask }) {
  const { kind, dueAt, since, timeliness, sentBackReason, sentBackAt } = task;
  return (
    <TodayRow
      icon={FileText}
      context={contextOf(task)}
      title={titleOf(task)}
      note={
        sentBackReason && sentBackAt ? (
          <p className="font-medium text-danger-ink">Cần làm lại: {sentBackReason}</p>
        ) : null
      }
      actions={<Action task={task} />}
      dueAt={kind === "report" ? dueAt : null}
      tone={timelinessLabels[timeliness].tone}
      since={
        kind === "report"
          ? undefined
          : `${kind === "recall" ? "thu hồi" : "nhận"} ${formatInstant(since)}`
      }
    />
  );
}

function contextOf(task: UnitTask) {
  const assignee = task.mine ? "giao cho tôi" : `giao cho ${task.assignee}`;
  return [
    documentNumber(task),
    ...(task.role === "cooperating" ? ["phối hợp"] : []),
    ...(task.periodic ? ["báo cáo định kỳ"] : []),
    ...(task.assignee ? [assignee] : []),
  ].join(" · ");
}

const titles = { acknowledge: "Tiếp nhận văn bản", recall: "Trả lời thu hồi văn bản" };

const titleOf = ({ kind, subject, text }: UnitTask) =>
  kind === "report" ? text : `${titles[kind]}: ${subject}`;

function Action({ task }: { task: UnitTask }) {
  const page = `/directives/${task.directiveId}`;
  const subject = task.text ?? task.subject;
  if (task.kind === "report") {
    return (
      <ButtonLink
        href={`${page}/assignments/${task.assignmentId}`}
        aria-label={`Báo cáo: ${subject}`}
      >
        Báo cáo
      </ButtonLink>
    );
  }
  return task.kind === "recall" ? (
    <ButtonLink href={page} variant="primary" aria-label={`Trả lời thu hồi: ${subject}`}>
      Trả lời
    </ButtonLink>
  ) : (
    <ButtonLink href={page} variant="primary" aria-label={`Tiếp nhận: ${subject}`}>
      Tiếp nhận
    </ButtonLink>
  );
}
