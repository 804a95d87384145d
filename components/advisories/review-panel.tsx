import { randomUUID } from "node:crypto";
import { ActionButton } from "@/components/ui/action-button";
import { ActionForm } from "@/components/ui/action-form";
import { Card } from "@/components/ui/card";
import { ConfirmAction } from "@/components/ui/confirm-action";
import { Dialog } from "@/components/ui/dialog";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextArea } from "@/components/ui/text-area";
import type { HandlingView } from "@/lib/advisories/detail/queries";
import type { FormAction } from "@/lib/form-state";
import { OwnerFields } from "./owner-fields";

type Props = {
  handling: HandlingView;
  actions: { review: FormAction; sendBack: FormAction; nameOwner: FormAction };
};

/** What someone beside the unit's staff may do: confirm, send back, name who answers for it. */
export function ReviewPanel({ handling, actions }: Props) {
  const { may, awaitsReview, closedAt } = handling;
  if (!may.review && !may.name) return null;
  const asked = () => ({
    advisoryId: handling.advisoryId,
    unitId: handling.unitId,
    version: String(handling.version),
    requestId: randomUUID(),
  });
  return (
    <Card title={may.review ? "Huyện" : "Người chịu trách nhiệm"}>
      <div className="grid gap-3">
        {awaitsReview ? (
          <p className="text-sm text-ink-muted">
            Cảnh báo khẩn: cần huyện xem lại minh chứng trước khi coi là xong.
          </p>
        ) : null}
        {handling.reviewedAt ? <p>Huyện đã xác nhận: {handling.reviewedBy}</p> : null}
        <div className="flex flex-wrap items-start gap-2">
          {may.review && awaitsReview ? (
            <ActionButton action={actions.review} fields={asked()} variant="primary">
              Xác nhận
            </ActionButton>
          ) : null}
          {may.review && closedAt ? (
            <ConfirmAction
              action={actions.sendBack}
              hidden={asked()}
              label="Yêu cầu làm lại"
              question="Yêu cầu đơn vị xử lý lại?"
            >
              <TextArea label="Cần làm thêm gì" name="reason" rows={3} maxLength={1000} />
            </ConfirmAction>
          ) : null}
          {may.name ? (
            <Dialog
              trigger={handling.ownerName ? "Đổi người" : "Cử người"}
              title="Cử người chịu trách nhiệm"
              width="sm"
            >
              <ActionForm
                action={actions.nameOwner}
                hidden={asked()}
                label="Cử người chịu trách nhiệm"
                footer={<SubmitButton>Cử người này</SubmitButton>}
              >
                <OwnerFields handling={handling} required />
              </ActionForm>
            </Dialog>
          ) : null}
        </div>
      </div>
    </Card>
  );
}
