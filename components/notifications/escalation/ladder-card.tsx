import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { Dialog } from "@/components/ui/dialog";
import { EmptyState } from "@/components/ui/empty-state";
import { Plus } from "@/components/ui/icons";
import { Table, Td, Th, Tr } from "@/components/ui/table";
import type { FormAction } from "@/lib/form-state";
import { escalationReceiverLabels, stepWhen } from "@/lib/notifications/escalation/labels";
import type { EscalationLadderRow } from "@/lib/notifications/escalation/queries";
import { noticeLabel } from "@/lib/notifications/labels";
import { EscalationLadderForm } from "./ladder-form";
import { EscalationStepForm } from "./step-form";

export type EscalationActions = {
  updateLadder: FormAction;
  addStep: FormAction;
  updateStep: FormAction;
};

type Props = { ladder: EscalationLadderRow; actions: EscalationActions | null };

/** What happens while nobody acknowledges; without actions it is only read. */
export function EscalationLadderCard({ ladder, actions }: Props) {
  const { id, name, steps, kinds, active, description } = ladder;
  return (
    <Card
      title={
        <span className="flex flex-wrap items-center gap-2">
          {name}
          {active ? null : <Badge>Đã tắt</Badge>}
        </span>
      }
      description={`${description ? `${description} ` : ""}Loại: ${kinds.map((kind) => noticeLabel(kind).label).join(", ")}.`}
      aside={
        actions ? (
          <>
            <Dialog trigger="Sửa" triggerLabel={`Sửa thang ${name}`} size="sm" title={name}>
              <EscalationLadderForm action={actions.updateLadder} ladder={ladder} />
            </Dialog>
            <Dialog
              trigger="Thêm bậc"
              triggerLabel={`Thêm bậc vào thang ${name}`}
              icon={<Plus aria-hidden />}
              size="sm"
              title="Thêm bậc"
              description={name}
            >
              <EscalationStepForm action={actions.addStep} ladderId={id} step={null} />
            </Dialog>
          </>
        ) : undefined
      }
      flush
    >
      {steps.length === 0 ? (
        <EmptyState title="Chưa có bậc nào">Thêm bậc đầu tiên: sau bao lâu thì báo ai.</EmptyState>
      ) : (
        <Table caption={`Các bậc của thang ${name}`}>
          <thead>
            <tr>
              <Th>Khi chưa ai xác nhận</Th>
              <Th>Báo cho</Th>
              {actions ? <Th>Sửa</Th> : null}
            </tr>
          </thead>
          <tbody>
            {steps.map((step) => (
              <Tr key={step.id}>
                <Td label="Khi nào" className="font-medium">
                  {stepWhen(step)}
                  {step.active ? null : <Badge className="ml-2">Đã tắt</Badge>}
                </Td>
                <Td label="Báo cho">
                  {step.tell.map((one) => escalationReceiverLabels[one]).join(", ")}
                </Td>
                {actions ? (
                  <Td label="Sửa">
                    <Dialog
                      trigger="Sửa"
                      triggerLabel={`Sửa bậc sau ${step.afterMinutes} phút của thang ${name}`}
                      size="sm"
                      title={stepWhen(step)}
                      description={name}
                    >
                      <EscalationStepForm action={actions.updateStep} ladderId={id} step={step} />
                    </Dialog>
                  </Td>
                ) : null}
              </Tr>
            ))}
          </tbody>
        </Table>
      )}
    </Card>
  );
}
