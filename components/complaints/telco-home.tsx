import { BarChart } from "@/components/charts/bar-chart";
import { ButtonLink } from "@/components/ui/button-link";
import { Card } from "@/components/ui/card";
import { Stat } from "@/components/ui/stat";
import { StatRow } from "@/components/ui/stat-row";
import { TextLink } from "@/components/ui/text-link";
import type { TelcoHome as Home } from "@/lib/complaints/figures/queries";
import { kindLabels } from "@/lib/complaints/labels";

/** On a telco's home: how its cases stand, and how the month went. */
export function TelcoHome({ home }: { home: Home }) {
  const { totals } = home;
  return (
    <section aria-label="Tin rác, lừa đảo, hạ tầng" className="grid min-w-0 gap-6">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h2 className="text-lg font-semibold">Tin rác, lừa đảo, hạ tầng</h2>
        <div className="flex flex-wrap gap-2">
          <ButtonLink href="/complaints/new">Thêm phản ánh</ButtonLink>
          <ButtonLink href="/complaints/import">Nhập từ tệp</ButtonLink>
          <ButtonLink href="/complaints/periods">Lập báo cáo kỳ</ButtonLink>
        </div>
      </div>
      <StatRow>
        <Stat label="Phản ánh mới" value={totals.fresh} tone="info" href="/complaints?state=new" />
        <Stat label="Chưa xong" value={totals.open} href="/complaints" />
        <Stat
          label="Đến hạn trong 24 giờ"
          value={totals.soon}
          tone={totals.soon ? "warning" : "neutral"}
          href="/complaints"
        />
        <Stat
          label="Phản ánh quá hạn"
          value={totals.overdue}
          tone={totals.overdue ? "danger" : "neutral"}
          href="/complaints?show=overdue"
        />
      </StatRow>
      <Card
        title="30 ngày qua"
        aside={<TextLink href="/complaints/figures">Số liệu theo loại, tình trạng</TextLink>}
      >
        <div className="grid gap-5">
          <BarChart
            title="Phản ánh tiếp nhận theo ngày"
            columns={["Ngày", "Tiếp nhận"]}
            bars={home.days.map(({ day, received }) => ({ label: day, value: received }))}
          />
          <BarChart
            title="Phản ánh xong theo ngày"
            columns={["Ngày", "Xong"]}
            bars={home.days.map(({ day, ended }) => ({ label: day, value: ended }))}
          />
          <ul className="grid gap-1 text-sm">
            {home.kinds.map(({ kind, received }) => (
              <li key={kind} className="flex justify-between gap-3">
                <TextLink href={`/complaints?show=all&kind=${kind}`}>{kindLabels[kind]}</TextLink>
                <span className="tabular-nums">{received}</span>
              </li>
            ))}
          </ul>
        </div>
      </Card>
    </section>
  );
}
