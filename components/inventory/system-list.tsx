import { randomUUID } from "node:crypto";
import { ActionForm } from "@/components/ui/action-form";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { ConfirmAction } from "@/components/ui/confirm-action";
import { Dialog } from "@/components/ui/dialog";
import { EmptyState } from "@/components/ui/empty-state";
import { SubmitButton } from "@/components/ui/submit-button";
import type { FormAction } from "@/lib/form-state";
import type { InventoryView } from "@/lib/inventory/queries";
import { SystemFields } from "./system-fields";

type Props = {
  inventory: InventoryView;
  actions: { add: FormAction; edit: FormAction; retire: FormAction };
};

export function SystemList({ inventory: { systems, mayEdit }, actions }: Props) {
  return (
    <Card
      title="Hệ thống thông tin"
      description="Cổng, trang, phần mềm nghiệp vụ đơn vị vận hành; cấp độ theo NĐ 85/2016."
      aside={
        mayEdit ? (
          <Dialog trigger="Thêm hệ thống" title="Thêm hệ thống thông tin">
            <ActionForm
              action={actions.add}
              hidden={{ systemId: randomUUID() }}
              label="Thêm hệ thống thông tin"
              footer={<SubmitButton>Thêm hệ thống</SubmitButton>}
            >
              <SystemFields />
            </ActionForm>
          </Dialog>
        ) : null
      }
    >
      {systems.length === 0 ? (
        <EmptyState title="Chưa có hệ thống nào">
          {mayEdit ? "Đơn vị không vận hành hệ thống nào thì để trống." : null}
        </EmptyState>
      ) : (
        <ul className="grid gap-4">
          {systems.map((system) => (
            <li key={system.id} className="grid gap-1">
              <span className="flex flex-wrap items-center gap-2">
                <span className="font-medium">{system.name}</span>
                <Badge tone={system.level ? "info" : "warning"}>
                  {system.level ? `Cấp độ ${system.level}` : "Chưa xác định cấp độ"}
                </Badge>
              </span>
              <span className="text-sm break-words text-ink-muted">
                {[system.domain, system.operator, system.note].filter(Boolean).join(" · ")}
              </span>
              {mayEdit ? (
                <span className="flex flex-wrap gap-2">
                  <Dialog
                    trigger="Sửa"
                    triggerLabel={`Sửa ${system.name}`}
                    size="sm"
                    title="Sửa hệ thống thông tin"
                  >
                    <ActionForm
                      action={actions.edit}
                      hidden={{ systemId: system.id, version: String(system.version) }}
                      label="Sửa hệ thống thông tin"
                      footer={<SubmitButton>Lưu hệ thống</SubmitButton>}
                    >
                      <SystemFields system={system} />
                    </ActionForm>
                  </Dialog>
                  <ConfirmAction
                    action={actions.retire}
                    hidden={{ systemId: system.id, version: String(system.version) }}
                    label="Thôi dùng"
                    size="sm"
                    question={`Thôi dùng ${system.name}?`}
                    description="Hệ thống rời khỏi bản kê; những gì đã ghi về nó vẫn giữ."
                  />
                </span>
              ) : null}
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
