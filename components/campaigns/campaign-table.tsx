import { Badge } from "@/components/ui/badge";
import { StackedBar } from "@/components/ui/stacked-bar";
import { Table, Td, Th, Tr } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import { lunarLabel } from "@/lib/campaigns/calendar/rules";
import { lapseLabels, stateLabels } from "@/lib/campaigns/labels";
import type { CampaignRow } from "@/lib/campaigns/queries";
import { formatDay, isoDay } from "@/lib/time";

export function CampaignTable({ rows }: { rows: CampaignRow[] }) {
  return (
    <Table caption="Đợt cao điểm">
      <thead>
        <tr>
          <Th>Đợt</Th>
          <Th>Thời gian</Th>
          <Th>Trạng thái</Th>
          <Th numeric>Văn bản</Th>
          <Th className="w-64">Nhiệm vụ</Th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Tr key={row.id}>
            <Td label="Đợt">
              <div>
                <TextLink href={`/campaigns/${row.id}`} className="font-medium">
                  {row.name}
                </TextLink>
                <span className="block text-xs text-ink-muted">
                  {row.occasions.map(({ name }) => name).join(" · ")}
                </span>
              </div>
            </Td>
            <Td label="Thời gian" className="sm:whitespace-nowrap">
              <div>
                <Edge at={row.startsAt} /> <Edge at={row.endsAt} before="đến " />
              </div>
            </Td>
            <Td label="Trạng thái">
              <div>
                <Badge tone={stateLabels[row.state].tone}>{stateLabels[row.state].text}</Badge>
                {row.lapse ? (
                  <span className="mt-1 block text-xs text-warning-ink">
                    {lapseLabels[row.lapse]}
                  </span>
                ) : null}
              </div>
            </Td>
            <Td label="Văn bản" numeric>
              {row.figures.directives}
            </Td>
            <Td label="Nhiệm vụ">
              {row.figures.total > 0 ? <Figures {...row.figures} /> : "Chưa có"}
            </Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}

/** A day in both calendars. */
function Edge({ at, before = "" }: { at: Date; before?: string }) {
  return (
    <span className="block">
      {before}
      {formatDay(at)} <span className="text-xs text-ink-muted">({lunarLabel(isoDay(at))})</span>
    </span>
  );
}

export function Figures({ total, accepted, reported, overdue }: CampaignRow["figures"]) {
  return (
    <StackedBar
      segments={[
        { label: "Đạt", value: accepted, tone: "success" },
        { label: "Đã báo cáo", value: reported, tone: "info" },
        { label: "Quá hạn", value: overdue, tone: "danger" },
        { label: "Chưa xong", value: total - accepted - reported - overdue, tone: "neutral" },
      ]}
    />
  );
}
