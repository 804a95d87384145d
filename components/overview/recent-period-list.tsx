import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { TextLink } from "@/components/ui/text-link";
import { documentNumber } from "@/lib/directives/labels";
import type { RecentPeriod } from "@/lib/directives/periodic/queries";
import { shorten } from "@/lib/directives/rules";
import { formatInstant, now } from "@/lib/time";

/** Periodic reports of the last day and the hours to come: who has reported, who is missing. */
export function RecentPeriodList({ periods }: { periods: RecentPeriod[] }) {
  if (periods.length === 0) return null;
  return (
    <Card title="Báo cáo định kỳ" flush>
      <ul>
        {periods.map((period) => (
          <li
            key={`${period.obligationId}${period.dueAt.getTime()}`}
            className="grid gap-1 border-b border-line px-4 py-3 last:border-0 sm:px-5"
          >
            <p className="flex flex-wrap items-center gap-2">
              <TextLink
                href={`/directives/${period.directiveId}/periodic?obligation=${period.obligationId}`}
                className="font-medium"
              >
                Kỳ {formatInstant(period.dueAt)}
              </TextLink>
              <PeriodBadge period={period} />
            </p>
            <p className="text-sm text-ink-muted">
              {documentNumber(period)} · {shorten(period.text, 70)}
            </p>
          </li>
        ))}
      </ul>
    </Card>
  );
}

function PeriodBadge({ period: { units, reported, late, dueAt } }: { period: RecentPeriod }) {
  const missing = units - reported;
  if (dueAt > now()) return <Badge tone="info">{`${reported}/${units} đã gửi trước`}</Badge>;
  if (missing > 0) return <Badge tone="danger">{`Thiếu ${missing}/${units} đơn vị`}</Badge>;
  return <Badge tone="success">{late > 0 ? `Đủ, ${late} muộn` : "Đủ, đúng hạn"}</Badge>;
}
