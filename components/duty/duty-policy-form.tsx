import { ActionForm } from "@/components/ui/action-form";
import { Checkbox } from "@/components/ui/checkbox";
import { CheckboxGroup } from "@/components/ui/checkbox-group";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import { postLabels } from "@/lib/duty/labels";
import { type DutyPolicyValues, dutyPosts } from "@/lib/duty/schema";
import type { FormAction } from "@/lib/form-state";

type Props = { campaign: { id: string }; policy: DutyPolicyValues; action: FormAction };

const minuteFields = [
  ["missedCheckInMinutes", "Báo động khi chưa nhận ca sau (phút)"],
  ["unsignedHandoverMinutes", "Báo động khi chưa ký bàn giao sau (phút)"],
  ["escalationStepMinutes", "Báo lên cấp kế tiếp sau mỗi (phút)"],
  ["minimumRestMinutes", "Nghỉ ít nhất giữa hai ca (phút)"],
] as const;

const weightFields = [
  ["night", "Đêm, 22:00–06:00"],
  ["weekend", "Thứ Bảy, Chủ Nhật"],
  ["holiday", "Ngày lễ, ngày nghỉ"],
  ["eve", "Ngày giao thừa"],
  ["newYear", "Mùng 1–3 Tết"],
] as const;

export function DutyPolicyForm({ campaign, policy, action }: Props) {
  return (
    <ActionForm
      action={action}
      hidden={{ campaignId: campaign.id }}
      whenDone="keep"
      label="Quy định trực"
      footer={<SubmitButton>Lưu quy định</SubmitButton>}
    >
      <CheckboxGroup
        label="Giờ nào được tính là có người"
        name="requiredPosts[]"
        hint="Có ít nhất một người thuộc loại trực đã chọn."
        columns={2}
        options={dutyPosts.map((post) => ({ value: post, label: postLabels[post] }))}
        defaultValues={policy.requiredPosts}
      />
      <div className="grid gap-5 sm:grid-cols-2">
        {minuteFields.map(([name, label]) => (
          <TextField
            key={name}
            label={label}
            name={name}
            inputMode="numeric"
            defaultValue={policy[name]}
          />
        ))}
      </div>
      <Checkbox
        name="midShiftCheck"
        value="true"
        defaultChecked={policy.midShiftCheck}
        label="Điểm danh giữa ca"
        hint="Người trực phải bấm một lần quanh giữa ca."
      />
      <fieldset className="grid gap-4">
        <legend className="mb-3 font-medium">Hệ số giờ trực, để chia đều và tính phụ cấp</legend>
        <div className="grid gap-5 sm:grid-cols-3">
          {weightFields.map(([name, label]) => (
            <TextField
              key={name}
              label={label}
              name={name}
              inputMode="decimal"
              defaultValue={policy.weights[name]}
            />
          ))}
        </div>
      </fieldset>
      <TextField
        label="Ngày nghỉ theo thông báo của năm"
        name="holidays"
        optional
        hint="Viết dạng 2027-02-05, cách nhau bằng dấu cách. Tết Dương lịch, 30/4, 1/5, 2/9 và Giỗ Tổ đã có sẵn."
        defaultValue={policy.holidays.join(" ")}
      />
    </ActionForm>
  );
}
