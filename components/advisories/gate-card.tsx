import { Alert } from "@/components/ui/alert";
import { TextLink } from "@/components/ui/text-link";
import type { Gate } from "@/lib/advisories/gate/queries";
import { formatDay } from "@/lib/time";

/** Whether the district may go into the holiday: what is exploited, open and nobody's. */
export function GateCard({ gate }: { gate: Gate | null }) {
  if (!gate) return null;
  const { campaign, unanswered, units, named, accepted, runsOut } = gate;
  const open = unanswered > 0;
  return (
    <section aria-label="Cổng trước đợt cao điểm">
      <Alert
        tone={open ? "danger" : "success"}
        title={
          open
            ? `Trước đợt: ${unanswered} lỗ hổng đang bị khai thác chưa có ai chịu trách nhiệm`
            : "Trước đợt: mọi lỗ hổng đang bị khai thác đã xử lý hoặc có người chịu trách nhiệm"
        }
        actions={<TextLink href="/advisories/gate">Xem từng đơn vị</TextLink>}
      >
        {campaign.name}, từ {formatDay(campaign.startsAt)}. {open ? `${units} đơn vị. ` : ""}
        {named} đã cử người, {accepted} lãnh đạo chấp nhận rủi ro
        {runsOut > 0 ? `, trong đó ${runsOut} hết hạn giữa đợt` : ""}.
      </Alert>
    </section>
  );
}
