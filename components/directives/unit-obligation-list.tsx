import { Badge } from "@/components/ui/badge";
import { ButtonLink } from "@/components/ui/button-link";
import { Card } from "@/components/ui/card";
import type { ReceiptAssignment } from "@/lib/directives/assignments/queries";
import type { FormAction } from "@/lib/form-state";
import { formatInstant } from "@/lib/time";
import { AssignmentBadges } from "./assignment-badges";
import { ExtensionDialog } from "./extension-dialog";

export type Owed = ReceiptAssignment & { mayAsk: boolean; requestId: string };

type Props = {
  directiveId: string;
  assignments: Owed[];
  open: boolean;
  askExtension: FormAction;
};

/** What this unit must do under the directive, each one step from its report. */
export function UnitObligationList({ directiveId, assignments, open, askExtension }: Props) {
  return (
    <Card title={`Nhiệm vụ của đơn vị (${assignments.length})`} flush>
      <ol>
        {assignments.map((assignment, index) => (
          <li
            key={assignment.id}
            className="grid gap-2.5 border-b border-line px-4 py-4 last:border-0 sm:px-5"
          >
            <div className="flex flex-wrap items-center gap-2">
              <AssignmentBadges {...assignment} running={open} />
              {assignment.role === "cooperating" ? <Badge icon={null}>Phối hợp</Badge> : null}
            </div>
            <p className="leading-relaxed whitespace-pre-line">{assignment.obligation.text}</p>
            <Notes assignment={assignment} />
            <div className="flex flex-wrap items-center gap-3">
              <Action
                href={`/directives/${directiveId}/assignments/${assignment.id}`}
                index={index + 1}
                open={open && !assignment.reportedAt && !assignment.acceptedAt}
              />
              {assignment.mayAsk && assignment.dueAt ? (
                <ExtensionDialog
                  assignmentId={assignment.id}
                  requestId={assignment.requestId}
                  dueAt={assignment.dueAt}
                  action={askExtension}
                />
              ) : null}
              {assignment.assignee ? (
                <span className="text-sm text-ink-muted">
                  Giao cho {assignment.assignee.fullName}
                </span>
              ) : null}
            </div>
          </li>
        ))}
      </ol>
    </Card>
  );
}

/** What has come of it besides: sent back, waiting for more time, given more time. */
function Notes({ assignment }: { assignment: Owed }) {
  const [asked] = assignment.extensions;
  return (
    <>
      {assignment.state === "sent_back" ? (
        <p className="text-sm font-medium text-danger-ink">
          Huyện yêu cầu: {assignment.sentBackReason}
        </p>
      ) : null}
      {asked ? (
        <p className="text-sm text-ink-muted">
          Đang xin gia hạn tới {formatInstant(asked.askedUntil)}, chờ huyện trả lời.
        </p>
      ) : null}
      {assignment.originalDueAt ? (
        <p className="text-sm text-ink-muted">
          Đã gia hạn, hạn đầu là {formatInstant(assignment.originalDueAt)}.
        </p>
      ) : null}
    </>
  );
}

function Action({ href, index, open }: { href: string; index: number; open: boolean }) {
  return open ? (
    <ButtonLink href={href} variant="primary" aria-label={`Báo cáo kết quả nhiệm vụ ${index}`}>
      Báo cáo kết quả
    </ButtonLink>
  ) : (
    <ButtonLink href={href} aria-label={`Xem báo cáo nhiệm vụ ${index}`}>
      Xem báo cáo
    </ButtonLink>
  );
}
