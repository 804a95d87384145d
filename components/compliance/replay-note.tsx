import { Alert } from "@/components/ui/alert";
import { TextLink } from "@/components/ui/text-link";
import { momentWords } from "@/lib/compliance/labels";
import type { MeasuredDay } from "@/lib/compliance/standing/queries";

type Props = {
  day: MeasuredDay;
  nowHref: string;
  /** Of a list: what the figure was that it is the list of. */
  figure?: number;
};

/** Says that these figures are of an earlier day, and leads back to now. */
export function ReplayNote({ day, nowHref, figure }: Props) {
  return (
    <Alert
      tone="info"
      title={`Đang xem lại ${momentWords(day)}`}
      actions={<TextLink href={nowHref}>Về hiện tại</TextLink>}
    >
      {figure === undefined
        ? "Số liệu như đã đo khi đó, không đổi theo việc làm về sau."
        : `Khi đó đo được ${figure}. Danh sách dựng lại từ dữ liệu hiện có; việc mở lại về sau có thể thêm vào.`}
    </Alert>
  );
}
