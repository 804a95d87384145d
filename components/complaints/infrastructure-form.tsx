import { ActionForm } from "@/components/ui/action-form";
import { Card } from "@/components/ui/card";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextArea } from "@/components/ui/text-area";
import { TextField } from "@/components/ui/text-field";
import type { FormAction } from "@/lib/form-state";
import type { OwnInfrastructure } from "@/lib/infrastructure/queries";
import { formatInstant } from "@/lib/time";

const fields = [
  ["stationsTotal", "Tổng số trạm BTS"],
  ["stationsDown", "Trạm đang hỏng"],
  ["linksTotal", "Tổng số tuyến truyền dẫn"],
  ["linksDown", "Tuyến đang hỏng"],
  ["onDuty", "Người trực"],
  ["reinforcements", "Người tăng cường"],
  ["attacksBlocked", "Cuộc tấn công, tin rác đã chặn"],
] as const;

/** One tap where nothing happened; the totals are those of the last day. */
export function InfrastructureForm({
  own,
  action,
}: {
  own: OwnInfrastructure;
  action: FormAction;
}) {
  const { filed, last } = own;
  const version = String(filed?.version ?? 0);
  return (
    <Card
      title="Hạ tầng hôm nay"
      description={filed ? `Đã gửi ${formatInstant(filed.changedAt)}, ${filed.by}.` : "Chưa gửi."}
    >
      <div className="grid gap-5">
        {filed ? null : (
          <ActionForm
            action={action}
            hidden={{ kind: "nil", version }}
            label="Hạ tầng không phát sinh"
          >
            <div>
              <SubmitButton>Không phát sinh</SubmitButton>
            </div>
          </ActionForm>
        )}
        <ActionForm
          key={version}
          action={action}
          hidden={{ kind: "report", version }}
          whenDone="keep"
          label="Báo cáo hạ tầng"
          footer={
            <SubmitButton variant={filed ? "primary" : "secondary"}>
              {filed ? "Gửi lại số liệu" : "Gửi số liệu"}
            </SubmitButton>
          }
        >
          <div className="grid gap-4 sm:grid-cols-2">
            {fields.map(([name, label]) => (
              <TextField
                key={name}
                label={label}
                name={name}
                inputMode="numeric"
                defaultValue={
                  filed?.[name] ?? (/Total|onDuty/.test(name) ? (last?.[name] ?? 0) : 0)
                }
              />
            ))}
          </div>
          <TextArea label="Ghi chú" name="note" rows={2} optional defaultValue={filed?.note} />
        </ActionForm>
      </div>
    </Card>
  );
}
