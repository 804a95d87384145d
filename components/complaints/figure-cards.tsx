import { LazySeriesChart } from "@/components/charts/lazy-series-chart";
import type { Series, SeriesColour } from "@/components/charts/series";
import { SeriesTable } from "@/components/charts/series-table";
import { Card } from "@/components/ui/card";
import { StackedBar } from "@/components/ui/stacked-bar";
import { Stat } from "@/components/ui/stat";
import { StatRow } from "@/components/ui/stat-row";
import { eventLabels, eventTones } from "@/lib/complaints/figures/labels";
import type { ComplaintFigures } from "@/lib/complaints/figures/queries";
import { sumOf } from "@/lib/complaints/figures/rules";
import { endings, type FigureFilter } from "@/lib/complaints/figures/schema";
import { kindLabels } from "@/lib/complaints/labels";
import { type ComplaintKind, complaintKinds } from "@/lib/complaints/schema";

const kindColours: Record<ComplaintKind, SeriesColour> = {
  spam_sms: "info",
  spam_call: "accent",
  scam_sms: "warning",
  scam_call: "danger",
  fake_brandname: "blossom",
  fake_station: "neutral",
};

const byKind: Series[] = complaintKinds.map((kind) => ({
  key: kind,
  label: kindLabels[kind],
  colour: kindColours[kind],
}));

const byState: Series[] = [
  { key: "handled", label: eventLabels.handled, colour: "success" },
  { key: "passed", label: eventLabels.passed, colour: "info" },
  { key: "rejected", label: eventLabels.rejected, colour: "neutral" },
  { key: "routed", label: eventLabels.routed, colour: "warning" },
  { key: "received", label: eventLabels.received, colour: "accent", line: true },
  { key: "open", label: "Còn lại cuối ngày", colour: "danger", line: true },
];

type Props = { figures: ComplaintFigures; filter: FigureFilter };

/** What came, what became of it and what is left, day by day. */
export function FigureCards({ figures: { days }, filter }: Props) {
  const received = sumOf(days, "received");
  const reopened = sumOf(days, "reopened");
  const ended = endings.reduce((sum, event) => sum + sumOf(days, event), 0);
  const kinds = filter.by === "kind";
  const series = kinds ? byKind.filter(({ key }) => !filter.kind || key === filter.kind) : byState;
  const title = kinds
    ? "Phản ánh tiếp nhận theo ngày và loại"
    : "Phản ánh xong và còn lại theo ngày";
  const points = days.map(({ day, kinds: told, events, open }) => ({
    label: `${day.slice(8)}/${day.slice(5, 7)}`,
    values: kinds ? told : { ...events, open },
  }));
  return (
    <>
      <StatRow>
        <Stat label="Tiếp nhận" value={received} tone="info" />
        <Stat label="Mở lại" value={reopened} tone={reopened > 0 ? "warning" : "neutral"} />
        <Stat label="Xong" value={ended} tone="success" />
        <Stat label="Còn lại hôm nay" value={days.at(-1)?.open ?? 0} />
      </StatRow>
      <Card title={title}>
        <div className="grid gap-3">
          <LazySeriesChart title={title} points={points} series={series} />
          <SeriesTable title={title} points={points} series={series} first="Ngày" />
        </div>
      </Card>
      <Card title={`Kết quả trong ${filter.days} ngày`}>
        <StackedBar
          segments={endings.map((event) => ({
            label: eventLabels[event],
            value: sumOf(days, event),
            tone: eventTones[event],
          }))}
        />
      </Card>
    </>
  );
}
