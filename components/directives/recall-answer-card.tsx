import { ActionForm } from "@/components/ui/action-form";
import { Card } from "@/components/ui/card";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextArea } from "@/components/ui/text-area";
import type { Receipt } from "@/lib/directives/assignments/queries";
import type { FormAction } from "@/lib/form-state";
import { formatInstant } from "@/lib/time";

type Props = { directiveId: string; receipt: Receipt; mayAnswer: boolean; action: FormAction };

/** The unit's answer to a recall: agreed, or why it cannot be undone. */
export function RecallAnswerCard({ directiveId, receipt, mayAnswer, action }: Props) {
  const at = receipt.recallAgreedAt ?? receipt.recallRefusedAt;
  if (at) {
    return (
      <Card title={receipt.recallAgreedAt ? "Đã đồng ý thu hồi" : "Đã từ chối thu hồi"}>
        <p className="text-sm text-ink-muted">
          {receipt.recallAnsweredBy?.fullName}, {formatInstant(at)}
        </p>
        {receipt.recallAnswer ? <p className="mt-1">{receipt.recallAnswer}</p> : null}
      </Card>
    );
  }
  if (!mayAnswer) return null;
  return (
    <Card
      title="Trả lời thu hồi"
      description="Xác nhận đơn vị đã dừng, hoặc cho huyện biết vì sao chưa dừng được."
      className="border-accent"
    >
      <ActionForm action={action} hidden={{ directiveId }}>
        <TextArea
          label="Ghi chú"
          name="note"
          rows={2}
          optional
          hint="Bắt buộc khi từ chối: nói rõ việc gì đã làm xong, không hủy được."
        />
        <div className="flex flex-wrap gap-3">
          <SubmitButton name="answer" value="agree">
            Đồng ý thu hồi
          </SubmitButton>
          <SubmitButton variant="secondary" name="answer" value="refuse">
            Từ chối thu hồi
          </SubmitButton>
        </div>
      </ActionForm>
    </Card>
  );
}
