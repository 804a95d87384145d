import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { CoverageWall, WallLegend } from "@/components/duty/coverage-wall";
import { DutyTabs } from "@/components/duty/duty-tabs";
import { MeasureStats } from "@/components/duty/measure-stats";
import { ButtonLink } from "@/components/ui/button-link";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { FilterLinks } from "@/components/ui/filter-links";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination } from "@/components/ui/pagination";
import { PrintButton } from "@/components/ui/print-button";
import { SearchForm } from "@/components/ui/search-form";
import { seesAll } from "@/lib/auth/actor";
import { requireActor } from "@/lib/auth/session";
import { findWall, listWatchedCampaigns, measureWatch } from "@/lib/duty/coverage/queries";
import { type WallFilter, wallFilterSchema } from "@/lib/duty/coverage/schema";
import { canSteerDuty, keepsWatch } from "@/lib/duty/policy";
import { listUnitKinds } from "@/lib/organization/queries";

export const metadata: Metadata = { title: "Độ phủ 24/7" };

export default async function CoveragePage({ searchParams }: PageProps<"/duty/coverage">) {
  const actor = await requireActor();
  const all = seesAll(actor);
  if (!all && !keepsWatch(actor)) notFound();
  const filter = wallFilterSchema.parse(await searchParams);
  const campaigns = await listWatchedCampaigns(actor);
  const campaign = campaigns.find(({ id }) => id === filter.campaign) ?? campaigns[0];
  const link = (change: Partial<WallFilter>) => address({ ...filter, page: 1, ...change });
  const [wall, measure, kinds] = campaign
    ? await Promise.all([
        findWall(actor, campaign, filter),
        measureWatch(actor, campaign),
        all ? listUnitKinds(actor) : [],
      ])
    : [null, null, []];

  return (
    <>
      <PageHeader
        title="Độ phủ 24/7"
        description="Văn bản chỉ đạo yêu cầu mỗi đơn vị có một người trực, có tên, ở mọi giờ của đợt."
      >
        {campaign && canSteerDuty(actor) ? (
          <ButtonLink href={`/duty/coverage/rules?campaign=${campaign.id}`}>
            Quy định trực
          </ButtonLink>
        ) : null}
        <PrintButton />
      </PageHeader>
      <DutyTabs current="coverage" seesAll={all} keepsWatch={keepsWatch(actor)} />
      {campaign && wall && measure ? (
        <div className="grid gap-5">
          <FilterLinks
            label="Chọn đợt"
            links={campaigns.map(({ id, name }) => ({
              href: link({ campaign: id }),
              label: name,
              current: id === campaign.id,
            }))}
          />
          <MeasureStats measure={measure} />
          {all ? (
            <div className="flex flex-wrap items-center justify-between gap-3">
              <FilterLinks
                label="Lọc theo nhóm đơn vị"
                links={[
                  {
                    href: link({ kind: undefined, only: undefined }),
                    label: "Mọi nhóm",
                    current: !filter.kind && !filter.only,
                  },
                  {
                    href: link({ only: "gaps" }),
                    label: "Còn giờ trống",
                    count: measure.units - measure.complete,
                    current: filter.only === "gaps",
                  },
                  ...kinds
                    .filter(({ units }) => units > 0)
                    .map(({ code, label }) => ({
                      href: link({ kind: code }),
                      label,
                      current: filter.kind === code,
                    })),
                ]}
              />
              <SearchForm
                label="Tìm đơn vị"
                defaultValue={filter.q}
                hidden={{ campaign: filter.campaign, kind: filter.kind, only: filter.only }}
              />
            </div>
          ) : null}
          <WallLegend />
          <Card flush>
            {wall.lines.length > 0 ? (
              <CoverageWall campaign={campaign} lines={wall.lines} />
            ) : (
              <EmptyState title="Không có đơn vị nào khớp">Thử bỏ bớt điều kiện lọc.</EmptyState>
            )}
          </Card>
          <Pagination
            previousHref={filter.page > 1 ? link({ page: filter.page - 1 }) : undefined}
            nextHref={wall.hasNext ? link({ page: filter.page + 1 }) : undefined}
          />
        </div>
      ) : (
        <Card>
          <EmptyState title="Chưa có đợt cao điểm nào" />
        </Card>
      )}
    </>
  );
}

function address({ campaign, kind, only, q, page }: WallFilter) {
  const entries = { campaign, kind, only, q, page: page > 1 ? String(page) : "" };
  const parts = Object.entries(entries).flatMap(([name, value]) => (value ? [[name, value]] : []));
  const text = new URLSearchParams(parts).toString();
  return text ? `/duty/coverage?${text}` : "/duty/coverage";
}
