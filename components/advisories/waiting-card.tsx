import { Alert } from "@/components/ui/alert";
import { TextLink } from "@/components/ui/text-link";
import type { AdvisoryTotals } from "@/lib/advisories/queries";

/** What of the advisories waits for somebody; nothing is said while nothing does. */
export function WaitingCard({ totals }: { totals: AdvisoryTotals | null }) {
  if (!totals || totals.late + totals.review === 0) return null;
  const { advisories, open, late, review } = totals;
  return (
    <Alert
      tone="warning"
      title="Cảnh báo an toàn thông tin"
      actions={<TextLink href="/advisories">Xem cảnh báo</TextLink>}
    >
      {advisories} cảnh báo còn mở ở {open} lượt đơn vị
      {late > 0 ? `, ${late} lượt quá hạn` : ""}
      {review > 0 ? `, ${review} lượt chờ huyện xác nhận` : ""}.
    </Alert>
  );
}
