import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { TextLink } from "@/components/ui/text-link";
import type { DueTime } from "@/lib/duty/quick-reports/overview/queries";
import { formatInstant, now } from "@/lib/time";

/** On the district's home: quick reports of the last day and the one to come. */
export function DueTimeList({ times }: { times: DueTime[] }) {
  if (times.length === 0) return null;
  return (
    <Card title="Báo cáo nhanh" flush>
      <ul>
        {times.map((time) => (
          <li
            key={`${time.campaignId}${time.dueAt.getTime()}`}
            className="grid gap-1 border-b border-line px-4 py-3 last:border-0 sm:px-5"
          >
            <p className="flex flex-wrap items-center gap-2">
              <TextLink href={dueTimeHref(time)} className="font-medium">
                Kỳ {formatInstant(time.dueAt)}
              </TextLink>
              <DueTimeBadge time={time} />
            </p>
            <p className="text-sm text-ink-muted">{time.campaign}</p>
          </li>
        ))}
      </ul>
    </Card>
  );
}

export const dueTimeHref = ({ campaignId, dueAt }: Pick<DueTime, "campaignId" | "dueAt">) =>
  `/duty/reports?campaign=${campaignId}&due=${dueAt.toISOString()}`;

function DueTimeBadge({ time: { units, filed, late, dueAt } }: { time: DueTime }) {
  if (dueAt > now()) return <Badge tone="info">{`${filed}/${units} đã gửi trước`}</Badge>;
  if (filed < units) return <Badge tone="danger">{`Thiếu ${units - filed}/${units} đơn vị`}</Badge>;
  return <Badge tone="success">{late > 0 ? `Đủ, ${late} muộn` : "Đủ, đúng giờ"}</Badge>;
}
