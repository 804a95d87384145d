import { ActionForm } from "@/components/ui/action-form";
import { Card } from "@/components/ui/card";
import { Dialog } from "@/components/ui/dialog";
import { SelectField } from "@/components/ui/select-field";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextLink } from "@/components/ui/text-link";
import type { FormAction } from "@/lib/form-state";
import type { IncidentView, LinkableEntry } from "@/lib/incidents/detail/queries";
import { formatInstant } from "@/lib/time";

/** Entries of the shift log that tell of the case, and who has looked at a restricted one. */
type Props = { incident: IncidentView; linkable: LinkableEntry[]; link: FormAction };

export function LinkedLog({ incident, linkable, link }: Props) {
  const { logEntries, views } = incident;
  return (
    <>
      {logEntries.length + linkable.length > 0 ? (
        <Card title="Trong sổ trực">
          <ul className="grid gap-2">
            {logEntries.map((entry) => (
              <li key={entry.id} className="text-sm">
                <TextLink
                  href={`/duty/shifts/${entry.shiftId}`}
                  className="inline-flex min-h-6 items-center pointer-coarse:min-h-11"
                >
                  {formatInstant(entry.happenedAt)}
                </TextLink>
                <p>{entry.text}</p>
              </li>
            ))}
          </ul>
          {linkable.length > 0 ? (
            <Dialog trigger="Liên kết mục sổ trực" title="Liên kết mục sổ trực" size="sm">
              <ActionForm
                action={link}
                hidden={{ incidentId: incident.id }}
                footer={<SubmitButton>Liên kết</SubmitButton>}
              >
                <SelectField
                  label="Mục trong sổ trực của đơn vị"
                  name="logEntryId"
                  placeholder="Chọn mục"
                  options={linkable.map(({ id, happenedAt, text }) => ({
                    value: id,
                    label: `${formatInstant(happenedAt)}: ${text.slice(0, 80)}`,
                  }))}
                />
              </ActionForm>
            </Dialog>
          ) : null}
        </Card>
      ) : null}
      {views.length > 0 ? (
        <Card title="Lượt xem" description="Sự cố hạn chế: mỗi lượt xem đều được ghi.">
          <ul className="grid gap-1 text-sm text-ink-muted">
            {views.map((view) => (
              <li key={`${view.userId}${view.at.toISOString()}${view.what}`}>
                {formatInstant(view.at)} · {view.userName}
              </li>
            ))}
          </ul>
        </Card>
      ) : null}
    </>
  );
}
