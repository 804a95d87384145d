import { ActionForm } from "@/components/ui/action-form";
import { Card } from "@/components/ui/card";
import { ConfirmAction } from "@/components/ui/confirm-action";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextArea } from "@/components/ui/text-area";
import { TextField } from "@/components/ui/text-field";
import type { FormAction } from "@/lib/form-state";

type Props = { assignmentId: string; reportedAt: Date; accept: FormAction; sendBack: FormAction };

/** The district's answer to a result. The report it read travels along, lest a newer one be judged. */
export function JudgePanel({ assignmentId, reportedAt, accept, sendBack }: Props) {
  const hidden = { assignmentId, reportedAt: reportedAt.toISOString() };
  return (
    <Card title="Xem xét kết quả" className="border-accent">
      <div className="flex flex-wrap items-start gap-3">
        <ActionForm action={accept} hidden={hidden}>
          <SubmitButton variant="primary">Ghi nhận đạt</SubmitButton>
        </ActionForm>
        <ConfirmAction
          action={sendBack}
          hidden={hidden}
          label="Yêu cầu làm lại"
          question="Yêu cầu đơn vị làm lại?"
          description="Đơn vị thấy lý do ngay trên trang chính của mình."
          variant="primary"
        >
          <TextArea label="Cần bổ sung gì" name="reason" required />
          <TextField
            label="Thời hạn mới"
            name="dueAt"
            type="datetime-local"
            optional
            hint="Để trống thì giữ hạn cũ."
          />
        </ConfirmAction>
      </div>
    </Card>
  );
}
