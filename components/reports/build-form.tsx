import { ActionForm } from "@/components/ui/action-form";
import { DateTimeField } from "@/components/ui/date-time-field";
import { SelectField } from "@/components/ui/select-field";
import { SubmitButton } from "@/components/ui/submit-button";
import type { FormAction } from "@/lib/form-state";
import type { ReportedCampaign } from "@/lib/reports/synthesis/queries";
import { now } from "@/lib/time";

type Props = { action: FormAction; requestId: string; campaigns: ReportedCampaign[] };

/** One tap: everything has its answer already. */
export function FinalBuildForm({ action, requestId, campaigns }: Props) {
  const [newest] = campaigns;
  return (
    <ActionForm
      action={action}
      hidden={{ requestId, kind: "final" }}
      label="Lập báo cáo kết quả"
      footer={<SubmitButton pendingLabel="Đang tổng hợp">Lập báo cáo kết quả</SubmitButton>}
    >
      <SelectField
        label="Đợt cao điểm"
        name="campaignId"
        defaultValue={newest?.id}
        options={campaigns.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <SelectField
        label="So với đợt trước"
        name="comparedId"
        optional
        placeholder="Không so sánh"
        defaultValue={newest?.clonedFromId ?? ""}
        options={campaigns.map(({ id, name }) => ({ value: id, label: name }))}
      />
    </ActionForm>
  );
}

export function DailyBuildForm({ action, requestId, campaigns }: Props) {
  return (
    <ActionForm
      action={action}
      hidden={{ requestId, kind: "daily" }}
      label="Lập báo cáo nhanh"
      footer={
        <SubmitButton variant="secondary" pendingLabel="Đang tổng hợp">
          Lập báo cáo nhanh
        </SubmitButton>
      }
    >
      <SelectField
        label="Đợt cao điểm"
        name="campaignId"
        defaultValue={campaigns[0]?.id}
        options={campaigns.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <DateTimeField label="Ngày" name="day" precision="day" defaultValue={now()} max={now()} />
    </ActionForm>
  );
}
