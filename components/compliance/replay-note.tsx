import { Alert } from "@/components/ui/alert";
import { TextLink } from "@/components/ui/text-link";
import { momentWords } from "@/lib/compliance/labels";
import type { MeasuredDay } from "@/lib/compliance/standing/queries";

/** Says that these figures are of an earlier day, and leads back to now. */
export function ReplayNote({ day, nowHref }: { day: MeasuredDay; nowHref: string }) {
  return (
    <Alert
      tone="info"
      title={`Đang xem lại ${momentWords(day)}`}
      actions={<TextLink href={nowHref}>Về hiện tại</TextLink>}
    >
      Số liệu như đã đo khi đó, không đổi theo việc làm về sau.
    </Alert>
  );
}
