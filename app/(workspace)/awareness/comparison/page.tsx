import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { AwarenessTabs } from "@/components/awareness/awareness-tabs";
import { ComparisonTable } from "@/components/awareness/comparison-table";
import { ButtonLink } from "@/components/ui/button-link";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { FilterLinks } from "@/components/ui/filter-links";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination } from "@/components/ui/pagination";
import { requireActor } from "@/lib/auth/session";
import { compareUnits, listComparedKinds } from "@/lib/awareness/comparison/queries";
import {
  ALL_KINDS,
  type ComparisonFilter,
  comparedGroup,
  comparisonFilterSchema,
} from "@/lib/awareness/comparison/schema";
import { canCompareUnits, canStatePopulation } from "@/lib/awareness/policy";
import { listAwarenessCampaigns } from "@/lib/awareness/queries";

export const metadata: Metadata = { title: "So sánh tuyên truyền" };

const sorts = [
  ["rate", "Cao nhất trên 1.000 dân"],
  ["least", "Thấp nhất"],
  ["times", "Nhiều lần nhất"],
  ["name", "Theo tên"],
] as const;

export default async function ComparisonPage({ searchParams }: PageProps<"/awareness/comparison">) {
  const actor = await requireActor();
  if (!canCompareUnits(actor)) notFound();
  const asked = comparisonFilterSchema.parse(await searchParams);
  const [campaigns, kinds] = await Promise.all([
    listAwarenessCampaigns(actor),
    listComparedKinds(actor),
  ]);
  const filter = { ...asked, group: comparedGroup(asked.group, kinds) };
  const campaign = campaigns.find(({ id }) => id === filter.campaign) ?? campaigns[0];
  const compared = campaign ? await compareUnits(actor, campaign, filter) : null;
  const link = (change: Partial<ComparisonFilter>) => address({ ...filter, page: 1, ...change });

  return (
    <>
      <PageHeader
        title="So sánh tuyên truyền"
        description="Lượt người dân được tiếp cận trên 1.000 dân trong đợt. Lượt người không phải số người: một người nghe hai lần là hai lượt."
        meta={campaign?.name}
      >
        {canStatePopulation(actor) ? (
          <ButtonLink href="/awareness/populations">Số dân</ButtonLink>
        ) : null}
      </PageHeader>
      <AwarenessTabs current="comparison" compares />
      <div className="grid gap-4">
        <FilterLinks
          label="Chọn đợt"
          links={campaigns.slice(0, 4).map(({ id, name }) => ({
            href: link({ campaign: id }),
            label: name,
            current: id === campaign?.id,
          }))}
        />
        <FilterLinks
          label="Xếp theo"
          links={sorts.map(([sort, label]) => ({
            href: link({ sort }),
            label,
            current: filter.sort === sort,
          }))}
        />
        {kinds.length > 1 ? (
          <FilterLinks
            label="Nhóm đơn vị"
            links={[
              {
                href: link({ group: ALL_KINDS }),
                label: "Mọi nhóm",
                current: filter.group === ALL_KINDS,
              },
              ...kinds.map(({ code, label }) => ({
                href: link({ group: code }),
                label,
                current: filter.group === code,
              })),
            ]}
          />
        ) : null}
        <Card flush>
          {campaign && compared ? (
            <ComparisonTable rows={compared.rows} campaignId={campaign.id} />
          ) : (
            <EmptyState title="Chưa có đợt nào mở">Mở một đợt cao điểm để so sánh.</EmptyState>
          )}
        </Card>
        <Pagination
          previousHref={filter.page > 1 ? link({ page: filter.page - 1 }) : undefined}
          nextHref={compared?.hasNext ? link({ page: filter.page + 1 }) : undefined}
        />
      </div>
    </>
  );
}

function address({ page, ...filter }: ComparisonFilter) {
  const entries = { ...filter, page: page > 1 ? String(page) : "" };
  const parts = Object.entries(entries).flatMap(([name, value]) => (value ? [[name, value]] : []));
  return `/awareness/comparison?${new URLSearchParams(parts)}`;
}
