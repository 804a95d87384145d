import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { DutyTabs } from "@/components/duty/duty-tabs";
import { DistrictReports } from "@/components/duty/quick-reports/district-reports";
import { UnitReportTable } from "@/components/duty/quick-reports/unit-report-table";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination } from "@/components/ui/pagination";
import { type Actor, isUnitMember, seesAll } from "@/lib/auth/actor";
import { requireActor } from "@/lib/auth/session";
import { keepsWatch } from "@/lib/duty/policy";
import {
  listDueTimes,
  listQuickReports,
  listReportingCampaigns,
} from "@/lib/duty/quick-reports/overview/queries";
import { canSetReportTimes } from "@/lib/duty/quick-reports/policy";
import { listUnitQuickReports } from "@/lib/duty/quick-reports/queries";
import { newestPast } from "@/lib/duty/quick-reports/rules";
import { type QuickReportFilter, quickReportFilterSchema } from "@/lib/duty/quick-reports/schema";
import { now } from "@/lib/time";

export const metadata: Metadata = { title: "Báo cáo nhanh" };

export default async function QuickReportsPage({ searchParams }: PageProps<"/duty/reports">) {
  const actor = await requireActor();
  if (!seesAll(actor) && !isUnitMember(actor)) notFound();
  const filter = quickReportFilterSchema.parse(await searchParams);
  return seesAll(actor) ? (
    <DistrictPage actor={actor} filter={filter} />
  ) : (
    <UnitPage actor={actor} filter={filter} />
  );
}

type Props = { actor: Actor; filter: QuickReportFilter };

async function DistrictPage({ actor, filter }: Props) {
  const campaigns = await listReportingCampaigns(actor);
  const campaign = campaigns.find(({ id }) => id === filter.campaign) ?? campaigns[0];
  const times = campaign ? await listDueTimes(actor, campaign.id) : [];
  const time =
    times.find(({ dueAt }) => dueAt.toISOString() === filter.due) ?? newestPast(times, now());
  const sheet =
    campaign && time
      ? await listQuickReports(actor, { ...filter, campaign: campaign.id, due: time.dueAt })
      : null;
  return (
    <DistrictReports
      tabs={<DutyTabs current="reports" seesAll keepsWatch={keepsWatch(actor)} />}
      campaigns={campaigns}
      campaign={campaign}
      times={times}
      time={time}
      sheet={sheet}
      filter={filter}
      maySet={canSetReportTimes(actor)}
    />
  );
}

async function UnitPage({ actor, filter: { page } }: Props) {
  const { rows, hasNext } = await listUnitQuickReports(actor, { page });
  const link = (to: number) => `/duty/reports?page=${to}`;
  return (
    <>
      <PageHeader title="Báo cáo nhanh" meta={actor.unitName} />
      <DutyTabs current="reports" seesAll={false} keepsWatch={keepsWatch(actor)} />
      <div className="grid gap-5">
        <Card flush>
          {rows.length > 0 ? (
            <UnitReportTable rows={rows} />
          ) : (
            <EmptyState title="Chưa có kỳ báo cáo nhanh nào">
              Khi huyện đặt giờ báo cáo cho đợt, các kỳ của đơn vị hiện ở đây từ hôm trước.
            </EmptyState>
          )}
        </Card>
        <Pagination
          previousHref={page > 1 ? link(page - 1) : undefined}
          nextHref={hasNext ? link(page + 1) : undefined}
        />
      </div>
    </>
  );
}
