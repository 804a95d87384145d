import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { TextLink } from "@/components/ui/text-link";
import type { InfrastructureRow, OutageRow } from "@/lib/infrastructure/queries";
import { OutageList } from "./outage-list";

type Props = { rows: InfrastructureRow[]; outages: OutageRow[] };

/** On the district's home: how the networks stand today, and what is cut off now. */
export function InfrastructureCard({ rows, outages }: Props) {
  if (rows.length === 0) return null;
  return (
    <Card
      title="Hạ tầng viễn thông hôm nay"
      aside={<TextLink href="/complaints/infrastructure">Xem</TextLink>}
      flush
    >
      <ul>
        {rows.map(({ id, shortName, report }) => (
          <li
            key={id}
            className="flex flex-wrap items-center justify-between gap-2 border-b border-line px-4 py-3 last:border-0 sm:px-5"
          >
            <span className="font-medium">{shortName}</span>
            {report ? (
              <Badge tone={report.stationsDown + report.linksDown > 0 ? "warning" : "success"}>
                {report.stationsDown + report.linksDown > 0
                  ? `${report.stationsDown}/${report.stationsTotal} trạm, ${report.linksDown} tuyến hỏng`
                  : "Bình thường"}
              </Badge>
            ) : (
              <Badge tone="danger">Chưa báo cáo</Badge>
            )}
          </li>
        ))}
      </ul>
      {outages.length > 0 ? <OutageList outages={outages} /> : null}
    </Card>
  );
}
