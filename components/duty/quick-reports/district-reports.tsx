import type { ReactNode } from "react";
import { ButtonLink } from "@/components/ui/button-link";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { FilterLinks } from "@/components/ui/filter-links";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination } from "@/components/ui/pagination";
import { PrintButton } from "@/components/ui/print-button";
import { SearchForm } from "@/components/ui/search-form";
import { Stat } from "@/components/ui/stat";
import { byKind } from "@/lib/directives/calls/rules";
import type {
  DueTime,
  listQuickReports,
  listReportingCampaigns,
  QuickReportRow,
} from "@/lib/duty/quick-reports/overview/queries";
import type { QuickReportFilter } from "@/lib/duty/quick-reports/schema";
import { formatInstant, now } from "@/lib/time";
import { DistrictReportTable } from "./district-report-table";

type Campaign = Awaited<ReturnType<typeof listReportingCampaigns>>[number];
type Props = {
  campaigns: Campaign[];
  campaign: Campaign | undefined;
  times: DueTime[];
  time: DueTime | undefined;
  sheet: Awaited<ReturnType<typeof listQuickReports>> | null;
  filter: QuickReportFilter;
  maySet: boolean;
  tabs: ReactNode;
};

/** One due time of one campaign: figures, then those that are missing by group, then what came. */
export function DistrictReports({
  campaigns,
  campaign,
  times,
  time,
  sheet,
  filter,
  maySet,
  tabs,
}: Props) {
  const due = time?.dueAt.toISOString();
  const link = (change: Partial<QuickReportFilter>) =>
    address({ ...filter, campaign: campaign?.id, due, page: 1, ...change });
  return (
    <>
      <PageHeader
        title="Báo cáo nhanh"
        description={
          campaign
            ? `${campaign.name}, mỗi ngày lúc ${campaign.quickReportPlan?.times.join(", ") || "…"}`
            : undefined
        }
        meta={time ? `Kỳ ${formatInstant(time.dueAt)}` : undefined}
      >
        {campaign && maySet ? (
          <ButtonLink href={`/duty/reports/times?campaign=${campaign.id}`}>Giờ báo cáo</ButtonLink>
        ) : null}
        {campaign && due ? (
          <ButtonLink
            href={`/api/duty/reports?${new URLSearchParams({ campaign: campaign.id, due })}`}
            download
          >
            Tải Excel
          </ButtonLink>
        ) : null}
        {sheet ? <PrintButton /> : null}
      </PageHeader>
      {tabs}
      <div className="grid gap-5">
        {campaigns.length > 1 ? (
          <FilterLinks
            label="Chọn đợt"
            links={campaigns.map(({ id, name }) => ({
              href: address({ q: "", page: 1, campaign: id }),
              label: name,
              current: id === campaign?.id,
            }))}
          />
        ) : null}
        <FilterLinks
          label="Chọn kỳ báo cáo"
          links={times.map(({ dueAt, units, filed }) => ({
            href: address({ q: "", page: 1, campaign: campaign?.id, due: dueAt.toISOString() }),
            label: formatInstant(dueAt),
            count: `${filed}/${units}`,
            current: dueAt === time?.dueAt,
          }))}
        />
        {time && sheet ? (
          <>
            <Figures time={time} link={link} />
            <SearchForm
              label="Tìm đơn vị"
              defaultValue={filter.q}
              hidden={{ campaign: campaign?.id, due, only: filter.only, kind: filter.kind }}
            />
            <Sheet rows={sheet.rows} />
            <Pagination
              previousHref={filter.page > 1 ? link({ page: filter.page - 1 }) : undefined}
              nextHref={sheet.hasNext ? link({ page: filter.page + 1 }) : undefined}
            />
          </>
        ) : (
          <Card>
            <EmptyState title="Chưa có kỳ báo cáo nhanh nào">
              {campaign
                ? "Kỳ đầu hiện ở đây ba giờ trước khi tới hạn."
                : "Mở một đợt cao điểm rồi đặt giờ báo cáo nhanh cho đợt đó."}
            </EmptyState>
          </Card>
        )}
      </div>
    </>
  );
}

type FiguresProps = { time: DueTime; link: (change: Partial<QuickReportFilter>) => string };

function Figures({ time: { units, filed, late, nil, dueAt }, link }: FiguresProps) {
  const missing = units - filed;
  const past = dueAt <= now();
  return (
    <section aria-label="Số liệu của kỳ" className="grid grid-cols-2 gap-3 sm:grid-cols-4">
      <Stat label="Đơn vị phải báo cáo" value={units} href={link({ only: undefined })} />
      <Stat
        label={past ? "Chưa báo cáo" : "Chưa gửi, chưa tới hạn"}
        value={missing}
        tone={missing === 0 ? "success" : past ? "danger" : "neutral"}
        href={link({ only: "missing" })}
      />
      <Stat
        label="Gửi muộn"
        value={late}
        tone={late > 0 ? "warning" : "neutral"}
        href={link({ only: "late" })}
      />
      <Stat
        label="Có nội dung"
        value={filed - nil}
        note={`${nil} không phát sinh`}
        href={link({ only: "told" })}
      />
    </section>
  );
}

/** Groups of the missing stand apart, for whoever takes up the telephone. */
function Sheet({ rows }: { rows: QuickReportRow[] }) {
  if (rows.length === 0) {
    return (
      <Card>
        <EmptyState title="Không có đơn vị nào khớp">Thử bỏ bớt điều kiện lọc.</EmptyState>
      </Card>
    );
  }
  const missing = byKind(rows.filter(({ filedAt }) => !filedAt));
  const filed = rows.filter(({ filedAt }) => filedAt);
  return (
    <>
      {missing.map(({ kind, rows: units }) => (
        <Card key={kind} title={`Chưa báo cáo: ${kind} (${units.length})`} flush>
          <DistrictReportTable caption={`Chưa báo cáo: ${kind}`} rows={units} />
        </Card>
      ))}
      {filed.length > 0 ? (
        <Card title={`Đã báo cáo (${filed.length})`} flush>
          <DistrictReportTable caption="Đã báo cáo" rows={filed} />
        </Card>
      ) : null}
    </>
  );
}

function address({ campaign, due, kind, only, q, page }: QuickReportFilter) {
  const entries = { campaign, due, kind, only, q, page: page > 1 ? String(page) : "" };
  const parts = Object.entries(entries).flatMap(([name, value]) => (value ? [[name, value]] : []));
  const text = new URLSearchParams(parts).toString();
  return text ? `/duty/reports?${text}` : "/duty/reports";
}
