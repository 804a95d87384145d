import { Card } from "@/components/ui/card";
import { ConfirmAction } from "@/components/ui/confirm-action";
import { TextArea } from "@/components/ui/text-area";
import type { FormAction } from "@/lib/form-state";

type Props = {
  complaint: { id: string; version: number };
  action: FormAction;
  /** The case gets time anew; else its due time stays as it was. */
  newTime: boolean;
};

/** A case that ended too soon: the resident calls again, or the source does. */
export function ReopenAction({ complaint, action, newTime }: Props) {
  return (
    <Card title="Đã kết thúc">
      <div className="grid gap-3">
        <p className="text-sm text-ink-muted">
          {newTime
            ? "Mở lại thì nhà mạng có thời hạn mới. Kết quả lần trước vẫn còn trong diễn biến."
            : "Mở lại thì hạn xử lý giữ nguyên. Kết quả lần trước vẫn còn trong diễn biến."}
        </p>
        <div>
          <ConfirmAction
            key={complaint.version}
            action={action}
            hidden={{ complaintId: complaint.id, version: String(complaint.version) }}
            label="Mở lại phản ánh"
            question="Mở lại phản ánh này?"
            variant="primary"
          >
            <TextArea label="Lý do" name="reason" rows={3} />
          </ConfirmAction>
        </div>
      </div>
    </Card>
  );
}
