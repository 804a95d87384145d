import { ActionButton } from "@/components/ui/action-button";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { Dialog } from "@/components/ui/dialog";
import { EmptyState } from "@/components/ui/empty-state";
import { Plus } from "@/components/ui/icons";
import { ruleWhen } from "@/lib/directives/ladders/labels";
import type { LadderRow } from "@/lib/directives/ladders/queries";
import type { FormAction } from "@/lib/form-state";
import { LadderForm } from "./ladder-form";
import { RuleForm } from "./rule-form";
import { RuleTable } from "./rule-table";

export type LadderActions = {
  updateLadder: FormAction;
  useByDefault: FormAction;
  addRule: FormAction;
  updateRule: FormAction;
};

/** One ladder; without actions it is only read. */
export function LadderCard({
  ladder,
  actions,
}: {
  ladder: LadderRow;
  actions: LadderActions | null;
}) {
  return (
    <Card
      title={
        <span className="flex flex-wrap items-center gap-2">
          {ladder.name}
          {ladder.usedByDefault ? <Badge tone="info">Mặc định</Badge> : null}
        </span>
      }
      description={ladder.description}
      aside={actions ? <Asides ladder={ladder} actions={actions} /> : undefined}
      flush
    >
      {ladder.rules.length === 0 ? (
        <EmptyState title="Chưa có bậc nào">
          Thêm bậc đầu tiên: nhắc ai, vào lúc nào so với thời hạn.
        </EmptyState>
      ) : (
        <RuleTable
          name={ladder.name}
          rules={ladder.rules}
          edit={
            actions
              ? (rule) => (
                  <Dialog
                    trigger="Sửa"
                    triggerLabel={`Sửa bậc ${ruleWhen(rule)} của ${ladder.name}`}
                    size="sm"
                    title={ruleWhen(rule)}
                    description={ladder.name}
                  >
                    <RuleForm action={actions.updateRule} ladderId={ladder.id} rule={rule} />
                  </Dialog>
                )
              : undefined
          }
        />
      )}
    </Card>
  );
}

function Asides({ ladder, actions }: { ladder: LadderRow; actions: LadderActions }) {
  const { name } = ladder;
  return (
    <>
      {ladder.usedByDefault ? null : (
        <ActionButton
          action={actions.useByDefault}
          fields={{ ladderId: ladder.id }}
          size="sm"
          confirm={{
            title: `Dùng “${name}” làm mặc định?`,
            description: "Mọi văn bản chưa tự chọn bộ nhắc sẽ được nhắc theo bộ này từ bây giờ.",
            confirmLabel: "Dùng làm mặc định",
          }}
        >
          Dùng làm mặc định
        </ActionButton>
      )}
      <Dialog trigger="Đổi tên" triggerLabel={`Đổi tên ${name}`} size="sm" width="sm" title={name}>
        <LadderForm action={actions.updateLadder} ladder={ladder} />
      </Dialog>
      <Dialog
        trigger="Thêm bậc"
        triggerLabel={`Thêm bậc vào ${name}`}
        icon={<Plus aria-hidden />}
        size="sm"
        title="Thêm bậc nhắc"
        description={name}
      >
        <RuleForm action={actions.addRule} ladderId={ladder.id} rule={null} />
      </Dialog>
    </>
  );
}
