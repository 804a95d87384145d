import { ConfirmAction } from "@/components/ui/confirm-action";
import { Dialog } from "@/components/ui/dialog";
import { Table, Td, Th, Tr } from "@/components/ui/table";
import { describeTemplateOccasion } from "@/lib/campaigns/templates/labels";
import type { TemplateRow } from "@/lib/campaigns/templates/queries";
import type { FormAction } from "@/lib/form-state";
import { TemplateForm } from "./template-form";

type Props = { templates: TemplateRow[]; save: FormAction; remove: FormAction };

export function TemplateTable({ templates, save, remove }: Props) {
  return (
    <Table caption="Mẫu đợt cao điểm">
      <thead>
        <tr>
          <Th>Mẫu</Th>
          <Th>Các dịp</Th>
          <Th>Thời gian</Th>
          <Th>Sửa</Th>
        </tr>
      </thead>
      <tbody>
        {templates.map((template) => (
          <Tr key={template.id}>
            <Td label="Mẫu">
              <div>
                <span className="font-medium">{template.name}</span>
                <span className="block text-xs text-ink-muted">{template.note}</span>
              </div>
            </Td>
            <Td label="Các dịp">
              <div>
                <ul className="grid gap-1">
                  {template.occasions.map((occasion) => (
                    <li key={occasion.name}>
                      {occasion.name}
                      <span className="block text-xs text-ink-muted">
                        {describeTemplateOccasion(occasion)}
                      </span>
                    </li>
                  ))}
                </ul>
              </div>
            </Td>
            <Td label="Thời gian">
              <div>
                Mở trước {template.leadDays} ngày, kéo dài sau {template.trailDays} ngày
              </div>
            </Td>
            <Td label="Sửa">
              <div className="flex flex-wrap gap-2">
                <Dialog
                  trigger="Sửa"
                  triggerLabel={`Sửa mẫu ${template.name}`}
                  size="sm"
                  width="lg"
                  title={template.name}
                >
                  <TemplateForm key={template.version} action={save} template={template} />
                </Dialog>
                <ConfirmAction
                  action={remove}
                  hidden={{ templateId: template.id, version: String(template.version) }}
                  label="Xóa"
                  size="sm"
                  triggerVariant="ghost"
                  question={`Xóa mẫu “${template.name}”?`}
                  description="Các đợt đã lập từ mẫu này vẫn giữ nguyên."
                />
              </div>
            </Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}
