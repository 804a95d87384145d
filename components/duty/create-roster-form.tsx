import { ActionForm } from "@/components/ui/action-form";
import { DateTimeField } from "@/components/ui/date-time-field";
import { SelectField } from "@/components/ui/select-field";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import { patterns } from "@/lib/duty/rosters/patterns/rules";
import type { FormAction } from "@/lib/form-state";

type Props = {
  campaign: { id: string; name: string; startsAt: Date; endsAt: Date };
  requestId: string;
  action: FormAction;
};

const own = { value: "own", label: "Giờ riêng của đơn vị" };
const none = { value: "none", label: "Không xếp trực lãnh đạo" };
const choices = Object.entries(patterns).map(([value, { label }]) => ({ value, label }));
const ownHint =
  "Chỉ khi chọn giờ riêng. Viết các ca nối nhau, ví dụ 07:00-11:30, 13:30-17:00, 17:00-07:00.";

export function CreateRosterForm({ campaign, requestId, action }: Props) {
  return (
    <ActionForm
      action={action}
      hidden={{ requestId, campaignId: campaign.id }}
      label="Lập lịch trực"
      footer={<SubmitButton>Tạo dự thảo</SubmitButton>}
    >
      <div className="grid gap-5 sm:grid-cols-2">
        <DateTimeField
          label="Trực từ"
          name="startsAt"
          defaultValue={campaign.startsAt}
          min={campaign.startsAt}
          max={campaign.endsAt}
        />
        <DateTimeField
          label="Đến"
          name="endsAt"
          hint="Lúc này ca cuối kết thúc."
          defaultValue={campaign.endsAt}
          min={campaign.startsAt}
          max={campaign.endsAt}
        />
        <SelectField
          label="Ca trực chuyên môn"
          name="staffPattern"
          options={[...choices, own]}
          defaultValue="12h"
        />
        <TextField label="Giờ riêng, trực chuyên môn" name="staffOwn" optional hint={ownHint} />
        <SelectField
          label="Ca trực lãnh đạo"
          name="leaderPattern"
          options={[...choices, none, own]}
          defaultValue="24h"
        />
        <TextField label="Giờ riêng, trực lãnh đạo" name="leaderOwn" optional hint={ownHint} />
      </div>
    </ActionForm>
  );
}
