import { Card } from "@/components/ui/card";
import { DefinitionList } from "@/components/ui/definition-list";
import { TextLink } from "@/components/ui/text-link";
import { lunarLabel } from "@/lib/campaigns/calendar/rules";
import type { CampaignView } from "@/lib/campaigns/queries";
import { formatInstant, isoDay } from "@/lib/time";

type Props = { campaign: CampaignView; reportTimes: string[]; maySetTimes: boolean };

/** Its window in both calendars, and who did what with it. */
export function CampaignFacts({ campaign, reportTimes, maySetTimes }: Props) {
  const { startsAt, endsAt, openedAt, openedBy, closedAt, closedBy, clonedFrom } = campaign;
  return (
    <aside className="grid gap-6" aria-label="Thông tin đợt">
      <Card title="Thông tin">
        <div className="grid gap-4">
          {campaign.purpose ? <p className="whitespace-pre-line">{campaign.purpose}</p> : null}
          <DefinitionList
            items={[
              ["Bắt đầu", <BothCalendars key="starts" at={startsAt} />],
              ["Kết thúc", <BothCalendars key="ends" at={endsAt} />],
              ["Người lập", campaign.createdBy.fullName],
              [
                "Báo cáo nhanh",
                reportTimes.length > 0 ? `${reportTimes.join(", ")} mỗi ngày` : "Không yêu cầu",
              ],
              ...(openedAt ? [happened("Mở đợt", openedAt, openedBy?.fullName)] : []),
              ...(closedAt ? [happened("Đóng đợt", closedAt, closedBy?.fullName)] : []),
              ...(clonedFrom ? [cloned(clonedFrom)] : []),
            ]}
          />
          {maySetTimes ? (
            <TextLink href={`/duty/reports/times?campaign=${campaign.id}`}>
              Đặt giờ báo cáo nhanh
            </TextLink>
          ) : null}
          <TextLink href={`/campaigns/calendar?month=${isoDay(startsAt).slice(0, 7)}`}>
            Xem trên lịch âm dương
          </TextLink>
        </div>
      </Card>
    </aside>
  );
}

function BothCalendars({ at }: { at: Date }) {
  return (
    <>
      {formatInstant(at)}
      <span className="block font-normal text-ink-muted">{lunarLabel(isoDay(at))}</span>
    </>
  );
}

const happened = (name: string, at: Date, who = ""): [string, string] => [
  name,
  `${formatInstant(at)}, ${who}`,
];

const cloned = ({ id, name }: { id: string; name: string }): [string, React.ReactNode] => [
  "Nhân bản từ",
  <TextLink key="from" href={`/campaigns/${id}`}>
    {name}
  </TextLink>,
];
