import { ActionForm } from "@/components/ui/action-form";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { Dialog } from "@/components/ui/dialog";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import type { FormAction } from "@/lib/form-state";
import { deadlineLabels, dutyLabel } from "@/lib/incidents/deadlines/labels";
import type { IncidentView } from "@/lib/incidents/detail/queries";
import { formatDue, formatInstant } from "@/lib/time";

/** What the law in force on the day of detection asks for, each with its source. */
export function IncidentDeadlines({
  incident,
  meet,
}: {
  incident: IncidentView;
  meet: FormAction;
}) {
  const { deadlines, id, version, may, at } = incident;
  if (deadlines.length === 0) return null;
  return (
    <Card title="Hạn báo cáo" flush>
      <ul>
        {deadlines.map((deadline) => {
          const { text, tone } = deadlineLabels[deadline.state];
          const owed = !deadline.metAt && !deadline.droppedAt;
          return (
            <li
              key={deadline.id}
              className="grid gap-1 border-b border-line px-4 py-3 last:border-0 sm:px-5"
            >
              <div className="flex flex-wrap items-start justify-between gap-x-3 gap-y-1">
                <p className="font-medium">{dutyLabel(deadline.duty)}</p>
                <Badge tone={tone}>{text}</Badge>
              </div>
              <p className="text-sm text-ink-muted">
                {deadline.metAt
                  ? `Xong lúc ${formatInstant(deadline.metAt)}; hạn ${formatInstant(deadline.dueAt)}. ${deadline.metNote}`
                  : `Hạn ${formatInstant(deadline.dueAt)}${owed ? `, ${formatDue(deadline.dueAt, at)}` : ""}`}
              </p>
              <p className="text-sm text-ink-muted">Gửi: {deadline.recipients.join("; ")}</p>
              <p className="text-xs text-ink-muted">Căn cứ: {deadline.source}</p>
              {owed && may.meetDeadline ? (
                <div>
                  <Dialog
                    trigger="Ghi đã gửi"
                    triggerLabel={`Ghi đã gửi: ${dutyLabel(deadline.duty)}`}
                    title={dutyLabel(deadline.duty)}
                    size="sm"
                    width="sm"
                    variant="ghost"
                  >
                    <ActionForm
                      action={meet}
                      hidden={{ incidentId: id, version: String(version), deadlineId: deadline.id }}
                      footer={<SubmitButton>Ghi đã gửi</SubmitButton>}
                    >
                      <TextField
                        label="Gửi bằng cách nào, số văn bản"
                        name="note"
                        maxLength={500}
                        placeholder="Ví dụ: email lúc 9 giờ; công văn số 12/UBND"
                      />
                    </ActionForm>
                  </Dialog>
                </div>
              ) : null}
            </li>
          );
        })}
      </ul>
    </Card>
  );
}
