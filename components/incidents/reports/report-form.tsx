import { ActionForm } from "@/components/ui/action-form";
import { Card } from "@/components/ui/card";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import type { FormAction } from "@/lib/form-state";
import type { FormField } from "@/lib/incidents/reports/forms/fields/schema";
import type { FormContent } from "@/lib/incidents/reports/forms/schema";
import type { ReportKind } from "@/lib/incidents/reports/schema";
import { ReportInput } from "./report-input";

type Props = {
  incidentId: string;
  requestId: string;
  kind: ReportKind;
  filled: FormContent;
  parts: { asked: FormField[]; known: FormField[] };
  action: FormAction;
};

/** Asks for what is missing; what the case knows is below, to be looked at and mended. */
export function ReportForm({ incidentId, requestId, kind, filled, parts, action }: Props) {
  const must = parts.asked.filter(({ required }) => required);
  const may = parts.asked.filter(({ required }) => !required);
  return (
    <ActionForm
      action={action}
      hidden={{ incidentId, requestId, kind }}
      label="Báo cáo theo mẫu"
      whenDone="keep"
      footer={<SubmitButton>Lưu và lập báo cáo</SubmitButton>}
    >
      <Card
        title="Còn thiếu"
        description={
          must.length > 0
            ? `${must.length} mục bắt buộc hồ sơ chưa có. Không rõ thì hỏi lại đơn vị, đừng đoán.`
            : "Hồ sơ đã đủ các mục bắt buộc. Các mục dưới đây để trống cũng được."
        }
      >
        <div className="grid gap-5">
          <TextField
            label="Số, ký hiệu văn bản"
            name="reference"
            optional
            hint="Như 05/BC-UBND. Để trống thì văn thư ghi sau khi ký."
          />
          <Inputs fields={must} filled={filled} />
          <Inputs fields={may} filled={filled} />
        </div>
      </Card>
      <Card
        title={`Đã có trong hồ sơ (${parts.known.length} mục)`}
        description="Lấy từ hồ sơ sự cố và báo cáo trước. Xem lại, sửa nếu cần."
      >
        <div className="grid gap-5">
          <Inputs fields={parts.known} filled={filled} />
        </div>
      </Card>
    </ActionForm>
  );
}

function Inputs({ fields, filled }: { fields: FormField[]; filled: FormContent }) {
  return fields.map((field) => (
    <ReportInput key={field.name} field={field} value={filled[field.name]} />
  ));
}
