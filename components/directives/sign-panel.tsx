import { ActionForm } from "@/components/ui/action-form";
import { Alert } from "@/components/ui/alert";
import { Card } from "@/components/ui/card";
import { ConfirmAction } from "@/components/ui/confirm-action";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextArea } from "@/components/ui/text-area";
import { TextField } from "@/components/ui/text-field";
import type { FormAction } from "@/lib/form-state";

type Props = {
  directiveId: string;
  version: number;
  number: number;
  today: string;
  symbol: string;
  /** What is to be looked at once more before signing. */
  notes: string[];
  issue: FormAction;
  giveBack: FormAction;
};

/** The leader's two answers: sign under a number, or give back with a reason. */
export function SignPanel(props: Props) {
  const { directiveId, version, number, today, symbol, notes, issue, giveBack } = props;
  const hidden = { directiveId, version: String(version) };
  return (
    <Card
      title="Ký và ban hành"
      description="Sau khi ký, nội dung được khóa và gửi ngay tới các đơn vị."
    >
      {notes.length > 0 ? (
        <Alert tone="warning" title="Xem lại trước khi ký" className="mb-4">
          {notes.join(" ")}
        </Alert>
      ) : null}
      <ActionForm action={issue} hidden={hidden} whenDone="keep">
        <div className="grid gap-4 sm:grid-cols-2">
          <TextField
            label="Số văn bản"
            name="number"
            inputMode="numeric"
            hint={`Số tiếp theo trong năm; ký hiệu ${symbol}`}
            defaultValue={number}
            required
          />
          <TextField
            label="Ngày ban hành"
            name="issuedOn"
            type="date"
            hint="Ngày ghi trên văn bản"
            defaultValue={today}
            required
          />
        </div>
        <div className="flex flex-wrap gap-3">
          <SubmitButton variant="primary" size="lg">
            Ký ban hành
          </SubmitButton>
        </div>
      </ActionForm>
      <div className="mt-4 border-t border-line pt-4">
        <ConfirmAction
          action={giveBack}
          hidden={hidden}
          label="Trả lại"
          question="Trả dự thảo về cho chuyên viên?"
          variant="primary"
        >
          <TextArea label="Cần sửa gì" name="reason" required />
        </ConfirmAction>
      </div>
    </Card>
  );
}
