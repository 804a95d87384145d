import { ButtonLink } from "@/components/ui/button-link";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { StackedBar } from "@/components/ui/stacked-bar";
import { TextLink } from "@/components/ui/text-link";
import { documentNumber, subjectTitle } from "@/lib/directives/labels";
import type { RunningDirective } from "@/lib/overview/queries";
import { formatDay, formatDue } from "@/lib/time";

type Props = { directives: RunningDirective[]; mayDraft: boolean };

/** Directives in force, each with how far its units are. */
export function RunningDirectiveList({ directives, mayDraft }: Props) {
  if (directives.length === 0) {
    return (
      <Card title="Văn bản đang thực hiện">
        <EmptyState
          title="Chưa có văn bản nào đang thực hiện"
          action={
            mayDraft ? (
              <ButtonLink href="/directives/new" variant="primary">
                Soạn văn bản
              </ButtonLink>
            ) : null
          }
        />
      </Card>
    );
  }
  return (
    <Card title="Văn bản đang thực hiện" flush>
      <ul>
        {directives.map((directive) => (
          <li
            key={directive.id}
            className="grid gap-3 border-b border-line px-4 py-4 last:border-0 sm:px-5"
          >
            <div>
              <p className="text-sm text-ink-muted">
                {documentNumber(directive)} · {formatDay(directive.issuedOn)}
                {directive.nextDueAt ? ` · hạn gần nhất ${formatDue(directive.nextDueAt)}` : ""}
              </p>
              <TextLink href={`/directives/${directive.id}/tracking`} className="font-medium">
                {subjectTitle(directive.subject)}
              </TextLink>
            </div>
            <StackedBar segments={segments(directive)} />
            <p className="text-sm text-ink-muted">
              {directive.acknowledged}/{directive.units} đơn vị đã tiếp nhận, {directive.opened} đã
              xem
            </p>
          </li>
        ))}
      </ul>
    </Card>
  );
}

const segments = ({ total, accepted, reported, overdue }: RunningDirective) => [
  { label: "Đạt", value: accepted, tone: "success" as const },
  { label: "Đã báo cáo", value: reported, tone: "info" as const },
  { label: "Quá hạn", value: overdue, tone: "danger" as const },
  { label: "Chưa xong", value: total - accepted - reported - overdue, tone: "neutral" as const },
];
