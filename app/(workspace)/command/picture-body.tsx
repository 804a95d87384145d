import { BarChart } from "@/components/charts/bar-chart";
import { DayStrip } from "@/components/compliance/day-strip";
import { PictureHead } from "@/components/compliance/picture-head";
import { PictureMatrix } from "@/components/compliance/picture-matrix";
import { VerdictCounts } from "@/components/compliance/verdict-counts";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import type { Picture } from "@/lib/compliance/queries";
import type { PictureFilter } from "@/lib/compliance/schema";

type Props = { picture: Picture; filter: PictureFilter };

/** The campaign as it is measured: its days, how its units stand, and with what. */
export function PictureBody({ picture, filter }: Props) {
  const { days, day, live, all, measures } = picture;
  return (
    <section aria-label="Mức thực hiện" className="grid gap-4">
      <Card>
        <div className="grid gap-4">
          <PictureHead picture={picture} filter={filter} />
          {day ? (
            <DayStrip
              path="/command"
              filter={filter}
              days={days}
              current={day.day}
              running={live || days.at(-1)?.finalAt === null}
            />
          ) : null}
        </div>
      </Card>
      {measures.length === 0 ? (
        <Card>
          <EmptyState title={day ? "Đợt này chưa giao nghĩa vụ nào" : "Chưa đo lần nào"}>
            {day
              ? "Gắn văn bản chỉ đạo vào đợt để theo dõi các đơn vị ở đây."
              : "Hệ thống đo mỗi phút một lần; tải lại trang sau ít phút."}
          </EmptyState>
        </Card>
      ) : (
        <>
          <VerdictCounts spread={all.total} filter={filter} />
          <Card flush>
            <PictureMatrix picture={picture} filter={filter} />
          </Card>
        </>
      )}
    </section>
  );
}

/** New complaints on each day of the campaign so far. */
export function ComplaintDays({ days, day }: Pick<Picture, "days" | "day">) {
  const shown = days.filter((one) => day && one.day <= day.day);
  if (shown.length === 0) return null;
  return (
    <Card title="Tin rác, lừa đảo">
      <BarChart
        title="Phản ánh tiếp nhận mỗi ngày của đợt"
        columns={["Ngày", "Phản ánh"]}
        bars={shown.map(({ day: date, figures }) => ({
          label: `${date.slice(8)}/${date.slice(5, 7)}`,
          value: figures.complaints.received,
        }))}
      />
    </Card>
  );
}
