import { ButtonLink } from "@/components/ui/button-link";
import { Card } from "@/components/ui/card";
import type { ReceiptAssignment } from "@/lib/directives/assignments/queries";
import { AssignmentBadges } from "./assignment-badges";

type Props = { directiveId: string; assignments: ReceiptAssignment[]; open: boolean };

/** What this unit must do under the directive, each one step from its report. */
export function UnitObligationList({ directiveId, assignments, open }: Props) {
  return (
    <Card title={`Nhiệm vụ của đơn vị (${assignments.length})`} flush>
      <ol>
        {assignments.map((assignment, index) => (
          <li
            key={assignment.id}
            className="grid gap-2.5 border-b border-line px-4 py-4 last:border-0 sm:px-5"
          >
            <AssignmentBadges {...assignment} />
            <p className="leading-relaxed whitespace-pre-line">{assignment.obligation.text}</p>
            {assignment.state === "sent_back" ? (
              <p className="text-sm font-medium text-danger-ink">
                Huyện yêu cầu: {assignment.sentBackReason}
              </p>
            ) : null}
            <div className="flex flex-wrap items-center gap-3">
              <Action
                href={`/directives/${directiveId}/assignments/${assignment.id}`}
                index={index + 1}
                open={open && !assignment.reportedAt && !assignment.acceptedAt}
              />
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
