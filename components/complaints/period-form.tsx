import { ActionForm } from "@/components/ui/action-form";
import { Card } from "@/components/ui/card";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextArea } from "@/components/ui/text-area";
import { TextField } from "@/components/ui/text-field";
import { kindLabels } from "@/lib/complaints/labels";
import { columnLabels, extraLabels } from "@/lib/complaints/reports/labels";
import { columns, extras, type Figures, fieldName } from "@/lib/complaints/reports/schema";
import { complaintKinds } from "@/lib/complaints/schema";
import type { FormAction } from "@/lib/form-state";

type Props = {
  reportId: string;
  requestId: string;
  edition: number;
  figures: Figures;
  note: string;
  action: FormAction;
};

/** Filled from the cases; every figure may be put right, and what then does not balance is named. */
export function PeriodForm({ reportId, requestId, edition, figures, note, action }: Props) {
  return (
    <Card
      title={edition > 0 ? "Sửa báo cáo" : "Lập báo cáo kỳ"}
      description="Điền sẵn từ hồ sơ phản ánh. Tồn đầu kỳ + tiếp nhận = đã xử lý + không xử lý + còn lại."
    >
      <ActionForm
        action={action}
        hidden={{ reportId, requestId, edition: String(edition) }}
        label="Báo cáo kỳ"
        footer={<SubmitButton>{edition > 0 ? "Gửi bản sửa" : "Gửi báo cáo kỳ"}</SubmitButton>}
      >
        {complaintKinds.map((kind) => (
          <fieldset key={kind} className="grid gap-2">
            <legend className="font-medium">{kindLabels[kind]}</legend>
            <div className="grid grid-cols-2 gap-3 sm:grid-cols-5">
              {columns.map((column) => (
                <TextField
                  key={column}
                  label={columnLabels[column]}
                  name={fieldName(kind, column)}
                  inputMode="numeric"
                  defaultValue={figures.rows[kind][column]}
                />
              ))}
            </div>
          </fieldset>
        ))}
        <fieldset className="grid gap-2">
          <legend className="font-medium">Chặn lọc, yêu cầu của cơ quan chức năng</legend>
          <div className="grid grid-cols-2 gap-3 sm:grid-cols-4">
            {extras.map((extra) => (
              <TextField
                key={extra}
                label={extraLabels[extra]}
                name={extra}
                inputMode="numeric"
                defaultValue={figures.extra[extra]}
              />
            ))}
          </div>
        </fieldset>
        <TextField
          label="Số thuê bao trên địa bàn"
          name="subscribers"
          inputMode="numeric"
          optional
          defaultValue={figures.subscribers ?? ""}
        />
        <TextArea label="Đánh giá, kiến nghị" name="note" rows={3} optional defaultValue={note} />
        {edition > 0 ? <TextField label="Lý do sửa" name="reason" /> : null}
      </ActionForm>
    </Card>
  );
}
