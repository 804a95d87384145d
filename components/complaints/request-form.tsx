import { ActionForm } from "@/components/ui/action-form";
import { CheckboxGroup } from "@/components/ui/checkbox-group";
import { DateTimeField } from "@/components/ui/date-time-field";
import { SelectField } from "@/components/ui/select-field";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextArea } from "@/components/ui/text-area";
import { TextField } from "@/components/ui/text-field";
import { actLabels } from "@/lib/complaints/requests/labels";
import { type RequestAct, requestActs } from "@/lib/complaints/requests/schema";
import type { FormAction } from "@/lib/form-state";

type Props = {
  action: FormAction;
  requestId: string;
  telcos: { id: string; name: string }[];
  act: RequestAct;
  target: string;
  dueAt: Date;
};

export function RequestForm({ action, requestId, telcos, act, target, dueAt }: Props) {
  return (
    <ActionForm
      action={action}
      hidden={{ requestId }}
      label="Yêu cầu xử lý"
      footer={<SubmitButton>Gửi yêu cầu</SubmitButton>}
    >
      <SelectField
        label="Yêu cầu"
        name="act"
        defaultValue={act}
        options={requestActs.map((value) => ({ value, label: actLabels[value] }))}
      />
      <TextField
        label="Mục tiêu"
        name="target"
        defaultValue={target}
        hint="Số điện thoại, đầu số, tên miền, địa chỉ IP hoặc đường dẫn của trang."
      />
      <CheckboxGroup
        label="Nhà mạng"
        name="telcoIds[]"
        columns={3}
        defaultValues={telcos.map(({ id }) => id)}
        options={telcos.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <DateTimeField label="Hạn trả lời" name="dueAt" defaultValue={dueAt} />
      <TextField label="Số, ký hiệu văn bản" name="reference" optional hint="Ví dụ 12/CAH-ANM." />
      <TextArea label="Lý do" name="reason" rows={3} />
    </ActionForm>
  );
}
