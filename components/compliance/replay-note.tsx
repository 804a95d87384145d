import { Alert } from "@/components/ui/alert";
import { TextLink } from "@/components/ui/text-link";
import type { MeasuredDay } from "@/lib/compliance/standing/queries";
import { formatInstant } from "@/lib/time";

/** Says that these figures are of an earlier day, and leads back to now. */
export function ReplayNote({ day, nowHref }: { day: MeasuredDay; nowHref: string }) {
  return (
    <Alert
      tone="info"
      title={`Đang xem lại lúc ${formatInstant(day.measuredAt)}`}
      actions={<TextLink href={nowHref}>Về hiện tại</TextLink>}
    >
      Số liệu như đã đo khi đó, không đổi theo việc làm về sau.
    </Alert>
  );
}
