import { randomUUID } from "node:crypto";
import { ActionButton } from "@/components/ui/action-button";
import { ActionForm } from "@/components/ui/action-form";
import { Card } from "@/components/ui/card";
import { Dialog } from "@/components/ui/dialog";
import { SelectField } from "@/components/ui/select-field";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import type { FormAction } from "@/lib/form-state";
import type { IncidentView } from "@/lib/incidents/detail/queries";

type Props = { incident: IncidentView; add: FormAction; remove: FormAction };

export function IncidentSystems({ incident, add, remove }: Props) {
  const { systems, may, id } = incident;
  return (
    <Card
      title="Hệ thống bị ảnh hưởng"
      aside={
        may.add ? (
          <Dialog
            trigger="Thêm"
            triggerLabel="Thêm hệ thống"
            title="Thêm hệ thống bị ảnh hưởng"
            size="sm"
          >
            <ActionForm
              action={add}
              hidden={{ incidentId: id, requestId: randomUUID() }}
              label="Thêm hệ thống bị ảnh hưởng"
              footer={<SubmitButton>Thêm hệ thống</SubmitButton>}
            >
              <TextField label="Tên hệ thống" name="name" maxLength={200} />
              <SelectField
                label="Cấp độ (NĐ 85/2016)"
                name="level"
                placeholder="Chưa rõ"
                optional
                options={[1, 2, 3, 4, 5].map((level) => ({
                  value: String(level),
                  label: `Cấp độ ${level}`,
                }))}
              />
              <TextField label="Tên miền" name="domain" optional maxLength={253} />
              <TextField
                label="Địa chỉ IP công khai"
                name="publicIps"
                optional
                hint="Cách nhau bằng dấu phẩy. Không ghi địa chỉ nội bộ."
              />
              <TextField label="Đơn vị vận hành" name="operator" optional maxLength={200} />
            </ActionForm>
          </Dialog>
        ) : null
      }
      flush={systems.length > 0}
    >
      {systems.length === 0 ? (
        <p className="text-sm text-ink-muted">Chưa ghi hệ thống nào.</p>
      ) : (
        <ul>
          {systems.map((system) => (
            <li
              key={system.id}
              className="flex flex-wrap items-start justify-between gap-2 border-b border-line px-4 py-3 last:border-0 sm:px-5"
            >
              <div className="min-w-0">
                <p className="font-medium">{system.name}</p>
                <p className="text-sm [overflow-wrap:anywhere] text-ink-muted">
                  {[
                    system.level ? `Cấp độ ${system.level}` : "Chưa rõ cấp độ",
                    system.domain,
                    ...system.publicIps,
                    system.operator,
                  ]
                    .filter(Boolean)
                    .join(" · ")}
                </p>
              </div>
              {may.handle ? (
                <ActionButton
                  action={remove}
                  fields={{ incidentId: id, systemId: system.id }}
                  variant="ghost"
                  size="sm"
                  confirm={{
                    title: `Bỏ ${system.name}?`,
                    description: "Diễn biến vẫn ghi là đã từng có.",
                    confirmLabel: "Bỏ hệ thống",
                  }}
                >
                  Bỏ
                </ActionButton>
              ) : null}
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
