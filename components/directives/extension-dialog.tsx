import { ConfirmAction } from "@/components/ui/confirm-action";
import { DateTimeField } from "@/components/ui/date-time-field";
import { TextArea } from "@/components/ui/text-area";
import type { FormAction } from "@/lib/form-state";
import { formatInstant } from "@/lib/time";

type Props = { assignmentId: string; requestId: string; dueAt: Date; action: FormAction };

export function ExtensionDialog({ assignmentId, requestId, dueAt, action }: Props) {
  return (
    <ConfirmAction
      action={action}
      hidden={{ assignmentId, requestId }}
      label="Xin gia hạn"
      question="Xin huyện gia hạn nhiệm vụ này?"
      description={`Hạn hiện nay: ${formatInstant(dueAt)}. Hạn này vẫn giữ cho tới khi huyện đồng ý.`}
      variant="primary"
    >
      <DateTimeField label="Xin lùi tới" name="askedUntil" min={dueAt} required />
      <TextArea label="Lý do" name="reason" rows={3} required />
    </ConfirmAction>
  );
}
