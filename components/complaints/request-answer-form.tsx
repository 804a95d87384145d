import { ActionForm } from "@/components/ui/action-form";
import { Card } from "@/components/ui/card";
import { FileField } from "@/components/ui/file-field";
import { RadioCards } from "@/components/ui/radio-cards";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextArea } from "@/components/ui/text-area";
import { resultLabels } from "@/lib/complaints/requests/labels";
import { requestResults } from "@/lib/complaints/requests/schema";
import type { FormAction } from "@/lib/form-state";

export function RequestAnswerForm({
  requestId,
  action,
}: {
  requestId: string;
  action: FormAction;
}) {
  return (
    <Card title="Trả lời">
      <ActionForm
        action={action}
        hidden={{ requestId }}
        label="Trả lời yêu cầu"
        footer={<SubmitButton>Gửi kết quả</SubmitButton>}
      >
        <RadioCards
          label="Kết quả"
          name="result"
          options={requestResults.map((value) => ({ value, label: resultLabels[value] }))}
        />
        <TextArea label="Ghi chú" name="note" rows={3} optional />
        <FileField label="Minh chứng" name="files[]" multiple optional />
      </ActionForm>
    </Card>
  );
}
