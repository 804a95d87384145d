import type { Metadata } from "next";
import { CampaignTable } from "@/components/campaigns/campaign-table";
import { ButtonLink } from "@/components/ui/button-link";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { FilterLinks } from "@/components/ui/filter-links";
import { CalendarDays } from "@/components/ui/icons";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination } from "@/components/ui/pagination";
import { requireActor } from "@/lib/auth/session";
import { stateLabels } from "@/lib/campaigns/labels";
import { canPlanCampaign } from "@/lib/campaigns/policy";
import { countCampaigns, listCampaigns } from "@/lib/campaigns/queries";
import { campaignFilterSchema, campaignStates } from "@/lib/campaigns/schema";

export const metadata: Metadata = { title: "Đợt cao điểm" };

export default async function CampaignsPage({ searchParams }: PageProps<"/campaigns">) {
  const actor = await requireActor();
  const filter = campaignFilterSchema.parse(await searchParams);
  const [{ rows, next }, counts] = await Promise.all([
    listCampaigns(actor, filter),
    countCampaigns(actor),
  ]);
  const mayPlan = canPlanCampaign(actor);

  return (
    <>
      <PageHeader
        title="Đợt cao điểm"
        description="Các dịp lễ, tết và sự kiện mà huyện tăng cường trực và chỉ đạo an toàn mạng."
      >
        <ButtonLink href="/campaigns/calendar" icon={<CalendarDays aria-hidden />}>
          Lịch âm dương
        </ButtonLink>
        {mayPlan ? (
          <ButtonLink href="/campaigns/new" variant="primary">
            Lập đợt cao điểm
          </ButtonLink>
        ) : null}
      </PageHeader>
      <div className="mb-4">
        <FilterLinks
          label="Lọc theo trạng thái"
          links={[
            {
              href: address({}),
              label: "Tất cả",
              count: counts.running + counts.planned + counts.closed,
              current: !filter.state,
            },
            ...campaignStates.map((state) => ({
              href: address({ state }),
              label: stateLabels[state].text,
              count: counts[state],
              current: filter.state === state,
            })),
          ]}
        />
      </div>
      <Card flush>
        {rows.length > 0 ? (
          <CampaignTable rows={rows} />
        ) : (
          <EmptyState title={filter.state ? "Không có đợt nào khớp" : "Chưa có đợt cao điểm nào"}>
            {mayPlan && !filter.state
              ? "Bấm “Lập đợt cao điểm” để tính ngày từ một mẫu có sẵn."
              : "Đợt do huyện lập sẽ hiện ở đây."}
          </EmptyState>
        )}
      </Card>
      <Pagination
        previousHref={filter.after ? address({ state: filter.state }) : undefined}
        nextHref={next ? address({ state: filter.state, after: next }) : undefined}
      />
    </>
  );
}

function address(query: { state?: string; after?: string }) {
  const parts = Object.entries(query).filter(([, value]) => value);
  const text = new URLSearchParams(parts.map(([name, value]) => [name, String(value)])).toString();
  return text ? `/campaigns?${text}` : "/campaigns";
}
