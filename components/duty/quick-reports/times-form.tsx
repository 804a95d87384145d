import { ActionForm } from "@/components/ui/action-form";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import type { FormAction } from "@/lib/form-state";

type Props = { campaignId: string; times: string[]; version: number; action: FormAction };

export function TimesForm({ campaignId, times, version, action }: Props) {
  return (
    <ActionForm
      action={action}
      hidden={{ campaignId, version: String(version) }}
      whenDone="keep"
      label="Giờ báo cáo nhanh"
      footer={<SubmitButton>Lưu giờ báo cáo</SubmitButton>}
    >
      <TextField
        label="Các giờ báo cáo mỗi ngày"
        name="times"
        optional
        inputMode="text"
        defaultValue={times.join(", ")}
        hint="Viết dạng 07:00, 16:00. Để trống nếu đợt này không yêu cầu báo cáo nhanh."
      />
    </ActionForm>
  );
}
