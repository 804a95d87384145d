import { ActionForm } from "@/components/ui/action-form";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { CopyButton } from "@/components/ui/copy-button";
import { Dialog } from "@/components/ui/dialog";
import { SelectField } from "@/components/ui/select-field";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextArea } from "@/components/ui/text-area";
import { TextField } from "@/components/ui/text-field";
import type { FormAction } from "@/lib/form-state";
import type { IncidentView } from "@/lib/incidents/detail/queries";
import { indicatorLabels } from "@/lib/incidents/indicators/labels";
import { indicatorKinds } from "@/lib/incidents/indicators/schema";

/** Shown so that nobody can click them. */
export function IncidentIndicators({ incident, add }: { incident: IncidentView; add: FormAction }) {
  const { indicators, may, id } = incident;
  return (
    <Card
      title="Dấu hiệu"
      description="Viết ở dạng không bấm được."
      aside={
        <>
          {indicators.length > 0 ? (
            <CopyButton text={indicators.map(({ shown }) => shown).join("\n")} />
          ) : null}
          {may.add ? (
            <Dialog trigger="Thêm" triggerLabel="Thêm dấu hiệu" title="Thêm dấu hiệu" size="sm">
              <ActionForm
                action={add}
                hidden={{ incidentId: id }}
                label="Thêm dấu hiệu"
                footer={<SubmitButton>Thêm dấu hiệu</SubmitButton>}
              >
                <TextArea
                  label="Dấu hiệu, mỗi dòng một cái"
                  name="text"
                  rows={4}
                  hint="IP, tên miền, đường dẫn, mã băm, số điện thoại, tài khoản. Dán được cả dạng hxxp, [.]"
                />
                <SelectField
                  label="Loại"
                  name="kind"
                  defaultValue="auto"
                  options={[
                    { value: "auto", label: "Tự nhận biết" },
                    ...indicatorKinds.map((kind) => ({
                      value: kind,
                      label: indicatorLabels[kind],
                    })),
                  ]}
                />
                <TextField label="Ghi chú" name="note" optional maxLength={300} />
              </ActionForm>
            </Dialog>
          ) : null}
        </>
      }
      flush={indicators.length > 0}
    >
      {indicators.length === 0 ? (
        <p className="text-sm text-ink-muted">Chưa có dấu hiệu nào.</p>
      ) : (
        <ul>
          {indicators.map((indicator) => (
            <li
              key={indicator.id}
              className="flex flex-wrap items-baseline gap-x-3 gap-y-1 border-b border-line px-4 py-2.5 last:border-0 sm:px-5"
            >
              <Badge icon={null}>{indicatorLabels[indicator.kind]}</Badge>
              <code className="min-w-0 text-sm [overflow-wrap:anywhere]">{indicator.shown}</code>
              {indicator.note ? (
                <span className="text-sm text-ink-muted">{indicator.note}</span>
              ) : null}
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
