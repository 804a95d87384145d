import { randomUUID } from "node:crypto";
import { ActionButton } from "@/components/ui/action-button";
import { ActionForm } from "@/components/ui/action-form";
import { Alert } from "@/components/ui/alert";
import { Card } from "@/components/ui/card";
import { DateTimeField } from "@/components/ui/date-time-field";
import { Dialog } from "@/components/ui/dialog";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextArea } from "@/components/ui/text-area";
import { TextField } from "@/components/ui/text-field";
import { TextLink } from "@/components/ui/text-link";
import type { HandlingView } from "@/lib/advisories/detail/queries";
import { ACCEPT_DAYS } from "@/lib/advisories/handling/schema";
import type { FormAction } from "@/lib/form-state";
import { AnswerForm } from "./answer-form";
import { OwnerFields } from "./owner-fields";

type Props = {
  handling: HandlingView;
  actions: { answer: FormAction; notApplicable: FormAction; acceptRisk: FormAction };
};

/** What the unit can say: one tap where it does not have the product, else figures, or the lead's word. */
export function AnswerPanel({ handling, actions }: Props) {
  const asked = () => ({
    advisoryId: handling.advisoryId,
    version: String(handling.version),
    requestId: randomUUID(),
  });
  return (
    <Card title="Trả lời của đơn vị">
      <div className="grid gap-5">
        <RelevanceNote handling={handling} />
        <div className="flex flex-wrap gap-2">
          {handling.relevance === "lacks" ? (
            <ActionButton action={actions.notApplicable} fields={asked()} variant="primary">
              Không áp dụng
            </ActionButton>
          ) : (
            <Dialog trigger="Không áp dụng" title="Không áp dụng với đơn vị" width="sm">
              <ActionForm
                action={actions.notApplicable}
                hidden={asked()}
                label="Không áp dụng"
                footer={<SubmitButton>Trả lời không áp dụng</SubmitButton>}
              >
                <TextField label="Vì sao không áp dụng" name="reason" maxLength={500} />
              </ActionForm>
            </Dialog>
          )}
          {handling.may.accept ? (
            <Dialog
              trigger="Chấp nhận rủi ro"
              title="Chấp nhận rủi ro đến một ngày"
              description="Hết ngày đó cảnh báo tự trở lại chờ xử lý."
            >
              <ActionForm
                action={actions.acceptRisk}
                hidden={asked()}
                label="Chấp nhận rủi ro"
                footer={<SubmitButton>Chấp nhận rủi ro</SubmitButton>}
              >
                <DateTimeField label="Đến" name="until" hint={`Nhiều nhất ${ACCEPT_DAYS} ngày.`} />
                <TextArea
                  label="Vì sao, và giữ an toàn tạm thời thế nào"
                  name="reason"
                  rows={3}
                  maxLength={2000}
                />
                <OwnerFields handling={handling} />
              </ActionForm>
            </Dialog>
          ) : null}
        </div>
        <AnswerForm handling={handling} hidden={asked()} action={actions.answer} />
      </div>
    </Card>
  );
}

function RelevanceNote({ handling: { relevance, met } }: { handling: HandlingView }) {
  if (relevance === "has") {
    return <Alert tone="warning">Đơn vị có: {met.join(", ")}.</Alert>;
  }
  if (relevance === "lacks") {
    return <Alert tone="success">Bản kê của đơn vị không có sản phẩm nào trong cảnh báo.</Alert>;
  }
  return (
    <Alert tone="info">
      Chưa rõ đơn vị có sản phẩm trong cảnh báo hay không.{" "}
      <TextLink href="/inventory">Kê khai máy</TextLink> để lần sau chỉ cần một lần bấm.
    </Alert>
  );
}
