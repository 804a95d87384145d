import { FilterLinks } from "@/components/ui/filter-links";
import { TextLink } from "@/components/ui/text-link";
import { momentWords } from "@/lib/compliance/labels";
import type { Picture } from "@/lib/compliance/queries";
import { shareMet } from "@/lib/compliance/rules";
import type { PictureFilter } from "@/lib/compliance/schema";
import { formatDay, formatTime } from "@/lib/time";
import { pictureAddress } from "./picture-address";

type Head = Pick<Picture, "campaign" | "campaigns" | "day" | "live" | "settling" | "all">;

/** Which campaign, which day, as of when; and the one sentence that sums it up. */
export function PictureHead({ picture, filter }: { picture: Head; filter: PictureFilter }) {
  const { campaign, campaigns, all } = picture;
  const share = shareMet(all.total);
  return (
    <div className="grid gap-3">
      <div className="flex flex-wrap items-end justify-between gap-x-6 gap-y-2">
        <div className="min-w-0">
          <h2 className="text-lg font-semibold">{campaign.name}</h2>
          <p className="text-sm text-ink-muted">
            {formatDay(campaign.startsAt)} – {formatDay(campaign.endsAt)} · <Moment {...picture} />
            {picture.live ? null : (
              <>
                {" · "}
                <TextLink href={pictureAddress("/command", { dot: filter.dot })}>
                  Về hiện tại
                </TextLink>
              </>
            )}
          </p>
        </div>
        {share === null ? null : (
          <p className="flex items-baseline gap-2">
            <span className="text-3xl font-semibold tracking-tight tabular-nums">
              {Math.round(100 * share)}%
            </span>
            <span className="text-sm text-ink-muted">đơn vị đạt mọi nghĩa vụ đo được</span>
          </p>
        )}
      </div>
      {campaigns.length > 1 ? (
        <FilterLinks
          label="Chọn đợt"
          links={campaigns.map(({ id, name }) => ({
            href: pictureAddress("/command", { dot: id }),
            label: name,
            current: id === campaign.id,
          }))}
        />
      ) : null}
    </div>
  );
}

function Moment({ day, live, settling }: Pick<Head, "day" | "live" | "settling">) {
  if (!day) return "chưa đo lần nào";
  if (!live) return <b className="font-semibold text-ink">{momentWords(day)}</b>;
  if (settling) return `đang đo lại, số liệu lúc ${formatTime(day.measuredAt)}`;
  return `đo từ việc đang làm, toàn huyện lúc ${formatTime(day.measuredAt)}`;
}
