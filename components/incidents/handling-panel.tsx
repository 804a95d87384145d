import { ActionForm } from "@/components/ui/action-form";
import { Card } from "@/components/ui/card";
import { ConfirmAction } from "@/components/ui/confirm-action";
import { Dialog } from "@/components/ui/dialog";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextArea } from "@/components/ui/text-area";
import { TextField } from "@/components/ui/text-field";
import type { FormAction } from "@/lib/form-state";
import type { Candidates, IncidentView } from "@/lib/incidents/detail/queries";
import { AssignFields } from "./assign-fields";
import { ClassifyFields } from "./classify-fields";
import { MoveForm } from "./move-form";

export type HandlingActions = Record<
  "take" | "assign" | "classify" | "move" | "escalate" | "merge",
  FormAction
>;

type Props = { incident: IncidentView; candidates: Candidates; actions: HandlingActions };

/** All that changes where the case stands: taken, onwards, given, told to those above. */
export function HandlingPanel({ incident, candidates, actions }: Props) {
  const { id, version, may } = incident;
  const seen = { incidentId: id, version: String(version) };
  const nothing =
    !may.take && !may.handle && !may.escalate && !may.merge && !may.judge && !may.reopen;
  if (nothing) return null;
  const moves = may.next.filter((to) =>
    may.handle || may.reopen ? true : may.judge && to === "rejected",
  );

  return (
    <Card title="Xử lý">
      <div className="flex flex-wrap gap-2">
        {may.take ? (
          <ActionForm action={actions.take} hidden={{ incidentId: id }} className="gap-2">
            <SubmitButton size="lg">Tiếp nhận sự cố</SubmitButton>
          </ActionForm>
        ) : null}
        {incident.handlerUnitId || may.reopen
          ? moves.map((to) => (
              <MoveForm
                key={`${version}-${to}`}
                incident={incident}
                to={to}
                action={actions.move}
              />
            ))
          : moves
              .filter((to) => to === "rejected")
              .map((to) => <MoveForm key={to} incident={incident} to={to} action={actions.move} />)}
        {may.handle ? (
          <>
            <Dialog trigger="Phân công" title="Phân công xử lý">
              <ActionForm
                action={actions.assign}
                hidden={seen}
                label="Phân công xử lý"
                footer={<SubmitButton>Giao xử lý</SubmitButton>}
              >
                <AssignFields incident={incident} candidates={candidates} />
              </ActionForm>
            </Dialog>
            <Dialog trigger="Phân loại" title="Phân loại sự cố">
              <ActionForm
                action={actions.classify}
                hidden={seen}
                label="Phân loại sự cố"
                footer={<SubmitButton>Lưu phân loại</SubmitButton>}
              >
                <ClassifyFields incident={incident} />
              </ActionForm>
            </Dialog>
          </>
        ) : null}
        {may.escalate ? (
          <ConfirmAction
            action={actions.escalate}
            hidden={{ incidentId: id }}
            label="Vượt khả năng"
            question="Báo sự cố vượt khả năng?"
            description="Huyện, Công an và trung tâm hỗ trợ kỹ thuật được báo ngay. Hạn báo cáo ban đầu (Mẫu 03) bắt đầu tính."
          >
            <TextArea label="Vì sao, cần giúp gì" name="reason" rows={3} maxLength={2000} />
          </ConfirmAction>
        ) : null}
        {may.merge ? (
          <ConfirmAction
            action={actions.merge}
            hidden={seen}
            label="Gộp vào sự cố khác"
            question="Gộp sự cố này vào sự cố khác?"
            description="Cùng một sự việc được báo hai lần: sự cố này khép lại, đơn vị báo theo dõi ở sự cố kia. Không tách lại được."
            variant="primary"
            triggerVariant="ghost"
          >
            <TextField label="Mã sự cố kia" name="into" placeholder="SC-2025-0007" />
          </ConfirmAction>
        ) : null}
      </div>
    </Card>
  );
}
