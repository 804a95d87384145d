import { ConfirmAction } from "@/components/ui/confirm-action";
import { DateTimeField } from "@/components/ui/date-time-field";
import { TextField } from "@/components/ui/text-field";
import type { FormAction } from "@/lib/form-state";
import { now } from "@/lib/time";

type Props = { action: FormAction; synthesisId: string; edition: number };

/** Number and day are given here; before that the paper leaves them blank. */
export function SignForm({ action, synthesisId, edition }: Props) {
  return (
    <ConfirmAction
      action={action}
      hidden={{ synthesisId, edition: String(edition) }}
      label="Ký báo cáo"
      question="Ký báo cáo này?"
      description="Sau khi ký, chữ và số liệu giữ nguyên như bản đang lưu."
      variant="primary"
      triggerVariant="primary"
    >
      <TextField label="Số văn bản" name="number" inputMode="numeric" />
      <DateTimeField label="Ngày ký" name="issuedOn" precision="day" defaultValue={now()} />
    </ConfirmAction>
  );
}
