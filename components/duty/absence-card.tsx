import { ActionButton } from "@/components/ui/action-button";
import { ActionForm } from "@/components/ui/action-form";
import { Card } from "@/components/ui/card";
import { DateTimeField } from "@/components/ui/date-time-field";
import { RadioCards } from "@/components/ui/radio-cards";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import { absenceLabels } from "@/lib/duty/people/labels";
import { absenceKinds } from "@/lib/duty/people/schema";
import type { FormAction } from "@/lib/form-state";
import { spanWords } from "./span-text";

type Absence = {
  id: string;
  kind: (typeof absenceKinds)[number];
  startsAt: Date;
  endsAt: Date;
  note: string;
};
type Props = {
  person: { id: string; name: string; absences: Absence[] };
  requestId: string;
  add: FormAction;
  remove: FormAction;
};

export function AbsenceCard({ person, requestId, add, remove }: Props) {
  return (
    <Card title="Ngày nghỉ và nguyện vọng">
      {person.absences.length > 0 ? (
        <ul className="mb-5 grid gap-2">
          {person.absences.map(({ id, kind, note, ...span }) => (
            <li key={id} className="flex flex-wrap items-center justify-between gap-3">
              <span>
                <span className="font-medium tabular-nums">{spanWords(span)}</span>
                <span className="block text-sm text-ink-muted">
                  {absenceLabels[kind]}
                  {note ? ` · ${note}` : ""}
                </span>
              </span>
              <ActionButton
                action={remove}
                fields={{ personId: person.id, absenceId: id }}
                size="sm"
                variant="ghost"
              >
                Xóa
              </ActionButton>
            </li>
          ))}
        </ul>
      ) : null}
      <ActionForm
        action={add}
        hidden={{ requestId, personId: person.id }}
        label="Ghi ngày nghỉ"
        footer={<SubmitButton variant="secondary">Ghi ngày nghỉ</SubmitButton>}
      >
        <RadioCards
          label="Loại"
          name="kind"
          columns={2}
          defaultValue="leave"
          options={absenceKinds.map((kind) => ({ value: kind, label: absenceLabels[kind] }))}
        />
        <div className="grid gap-5 sm:grid-cols-2">
          <DateTimeField label="Từ" name="startsAt" />
          <DateTimeField label="Đến" name="endsAt" />
        </div>
        <TextField label="Ghi chú" name="note" optional maxLength={300} />
      </ActionForm>
    </Card>
  );
}
