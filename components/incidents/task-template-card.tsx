import { ActionButton } from "@/components/ui/action-button";
import { ActionForm } from "@/components/ui/action-form";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { Checkbox } from "@/components/ui/checkbox";
import { Dialog } from "@/components/ui/dialog";
import { SelectField } from "@/components/ui/select-field";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import type { FormAction } from "@/lib/form-state";
import { kindLabels, stateLabels } from "@/lib/incidents/labels";
import { mainPath } from "@/lib/incidents/rules";
import { incidentKinds } from "@/lib/incidents/schema";
import type { TaskTemplateRow } from "@/lib/incidents/tasks/queries";

type Props = { templates: TaskTemplateRow[]; create: FormAction | null; remove: FormAction };

/** What a new case starts with. */
export function TaskTemplateCard({ templates, create, remove }: Props) {
  return (
    <Card
      title="Việc mẫu"
      description="Sự cố mới nhận các việc này; việc bắt buộc phải xong mới kết thúc được."
      aside={
        create ? (
          <Dialog trigger="Thêm việc mẫu" title="Thêm việc mẫu" size="sm">
            <ActionForm
              action={create}
              label="Thêm việc mẫu"
              footer={<SubmitButton>Thêm việc mẫu</SubmitButton>}
            >
              <TextField label="Việc" name="text" maxLength={500} />
              <SelectField
                label="Loại sự cố"
                name="kind"
                placeholder="Mọi loại"
                options={incidentKinds.map((kind) => ({ value: kind, label: kindLabels[kind] }))}
              />
              <SelectField
                label="Ở bước"
                name="phase"
                options={mainPath
                  .filter((state) => state !== "closed")
                  .map((state) => ({ value: state, label: stateLabels[state].text }))}
              />
              <Checkbox name="mandatory" value="true" label="Bắt buộc trước khi kết thúc" />
            </ActionForm>
          </Dialog>
        ) : null
      }
      flush
    >
      <ul>
        {templates.map((template) => (
          <li
            key={template.id}
            className="flex flex-wrap items-start justify-between gap-x-4 gap-y-1 border-b border-line px-4 py-2.5 last:border-0 sm:px-5"
          >
            <div className="min-w-0 flex-1 basis-60">
              <p className="font-medium">{template.text}</p>
              <p className="flex flex-wrap items-center gap-2 text-sm text-ink-muted">
                {template.kind ? kindLabels[template.kind] : "Mọi loại"} ·{" "}
                {stateLabels[template.phase].text}
                {template.mandatory ? <Badge tone="warning">Bắt buộc</Badge> : null}
              </p>
            </div>
            {create ? (
              <ActionButton
                action={remove}
                fields={{ templateId: template.id }}
                variant="ghost"
                size="sm"
                confirm={{
                  title: "Xóa việc mẫu?",
                  description: `${template.text}. Sự cố đã báo giữ việc này.`,
                  confirmLabel: "Xóa việc mẫu",
                }}
              >
                Xóa
                <span className="sr-only">: {template.text}</span>
              </ActionButton>
            ) : null}
          </li>
        ))}
      </ul>
    </Card>
  );
}
