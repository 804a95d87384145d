import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { TextLink } from "@/components/ui/text-link";
import { confidenceLabels } from "@/lib/campaigns/holidays/labels";
import type { HolidayRow } from "@/lib/campaigns/holidays/queries";
import { civilRange, lunarRange, stateLabels } from "@/lib/campaigns/labels";
import type { CalendarCampaign } from "@/lib/campaigns/queries";

type Props = { campaigns: CalendarCampaign[]; holidays: HolidayRow[] };

/** What the month holds, in words: complete where a cell only has room for a letter. */
export function CalendarAgenda({ campaigns, holidays }: Props) {
  return (
    <div className="grid items-start gap-6 lg:grid-cols-2">
      <Card title="Đợt cao điểm và các dịp">
        {campaigns.length > 0 ? (
          <ul className="grid gap-4">
            {campaigns.map((campaign) => (
              <li key={campaign.id} className="grid gap-1">
                <div className="flex flex-wrap items-center gap-2">
                  <TextLink href={`/campaigns/${campaign.id}`} className="font-medium">
                    {campaign.name}
                  </TextLink>
                  <Badge tone={stateLabels[campaign.state].tone}>
                    {stateLabels[campaign.state].text}
                  </Badge>
                </div>
                <p className="text-sm text-ink-muted">
                  {civilRange(campaign.firstOn, campaign.lastOn)} (
                  {lunarRange(campaign.firstOn, campaign.lastOn)})
                </p>
                <ul className="grid gap-1 border-l-2 border-line pl-3 text-sm">
                  {campaign.occasions.map(({ name, firstOn, lastOn }) => (
                    <li key={`${name} ${firstOn}`}>
                      <span className="font-medium">{name}</span>: {civilRange(firstOn, lastOn)},{" "}
                      {lunarRange(firstOn, lastOn)}
                    </li>
                  ))}
                </ul>
              </li>
            ))}
          </ul>
        ) : (
          <p className="text-ink-muted">Không có đợt cao điểm nào trong các tuần này.</p>
        )}
      </Card>
      <Card title="Ngày nghỉ lễ" description="Theo thông báo từng năm, có ghi nguồn.">
        {holidays.length > 0 ? (
          <ul className="grid gap-4">
            {holidays.map(({ id, name, firstOn, lastOn, source, confidence }) => (
              <li key={id} className="grid gap-1">
                <div className="flex flex-wrap items-center gap-2">
                  <span className="font-medium">{name}</span>
                  <Badge tone={confidenceLabels[confidence].tone}>
                    {confidenceLabels[confidence].text}
                  </Badge>
                </div>
                <p className="text-sm">
                  {civilRange(firstOn, lastOn)} ({lunarRange(firstOn, lastOn)})
                </p>
                <p className="text-sm text-ink-muted">Nguồn: {source}</p>
              </li>
            ))}
          </ul>
        ) : (
          <p className="text-ink-muted">
            Chưa có ngày nghỉ nào được nhập cho các tuần này. Lịch nghỉ do người quản trị nhập khi
            có thông báo.
          </p>
        )}
      </Card>
    </div>
  );
}
