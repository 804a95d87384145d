import {
  type EscalationActions,
  EscalationLadderCard,
} from "@/components/notifications/escalation/ladder-card";
import { EscalationLadderForm } from "@/components/notifications/escalation/ladder-form";
import { Dialog } from "@/components/ui/dialog";
import { Plus } from "@/components/ui/icons";
import type { Actor } from "@/lib/auth/actor";
import { canManageEscalation } from "@/lib/notifications/escalation/policy";
import { listEscalationLadders } from "@/lib/notifications/escalation/queries";
import {
  addEscalationLadderAction,
  addEscalationStepAction,
  updateEscalationLadderAction,
  updateEscalationStepAction,
} from "./escalation-actions";

const actions: EscalationActions = {
  updateLadder: updateEscalationLadderAction,
  addStep: addEscalationStepAction,
  updateStep: updateEscalationStepAction,
};

/** The other half of the page: alarms that climb until someone acknowledges. */
export async function EscalationBody({ actor }: { actor: Actor }) {
  const ladders = await listEscalationLadders(actor);
  const mayManage = canManageEscalation(actor);
  return (
    <section aria-labelledby="bao-len" className="mt-10 grid gap-6">
      <div className="flex flex-wrap items-start justify-between gap-4">
        <div>
          <h2 id="bao-len" className="text-xl font-semibold">
            Báo lên khi chưa ai xác nhận
          </h2>
          <p className="text-ink-muted">
            Mỗi nơi nhận một thang riêng. Có người bấm “Đã xem” thì dừng.
          </p>
        </div>
        {mayManage ? (
          <Dialog trigger="Thêm thang" icon={<Plus aria-hidden />} title="Thêm thang báo lên">
            <EscalationLadderForm action={addEscalationLadderAction} ladder={null} />
          </Dialog>
        ) : null}
      </div>
      {ladders.map((ladder) => (
        <EscalationLadderCard
          key={ladder.id}
          ladder={ladder}
          actions={mayManage ? actions : null}
        />
      ))}
    </section>
  );
}
