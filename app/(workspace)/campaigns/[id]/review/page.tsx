import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { z } from "zod";
import { LateList } from "@/components/campaigns/late-list";
import { LateStats } from "@/components/campaigns/late-stats";
import { Card } from "@/components/ui/card";
import { FilterLinks } from "@/components/ui/filter-links";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination } from "@/components/ui/pagination";
import { requireActor } from "@/lib/auth/session";
import { lateLabels } from "@/lib/campaigns/lateness/labels";
import { listLate, summariseLate } from "@/lib/campaigns/lateness/queries";
import { lateKinds, latenessFilterSchema } from "@/lib/campaigns/lateness/schema";
import { canRecordLesson } from "@/lib/campaigns/policy";
import { findCampaign } from "@/lib/campaigns/queries";
import { giveReasonAction } from "./actions";

export const metadata: Metadata = { title: "Rút kinh nghiệm" };

export default async function ReviewPage({
  params,
  searchParams,
}: PageProps<"/campaigns/[id]/review">) {
  const actor = await requireActor();
  const id = z.uuid().safeParse((await params).id);
  const campaign = id.success ? await findCampaign(actor, id.data) : null;
  if (!campaign) notFound();
  const filter = latenessFilterSchema.parse(await searchParams);
  const [found, summary] = await Promise.all([
    listLate(actor, campaign.id, filter),
    summariseLate(actor, campaign.id),
  ]);
  if (!found) notFound();
  const page = `/campaigns/${campaign.id}/review`;
  const link = (to: number) =>
    `${page}?${new URLSearchParams({ ...(filter.kind ? { kind: filter.kind } : {}), page: String(to) })}`;

  return (
    <>
      <PageHeader
        title="Rút kinh nghiệm"
        breadcrumb={[
          { href: "/campaigns", label: "Đợt cao điểm" },
          { href: `/campaigns/${campaign.id}`, label: campaign.name },
        ]}
        description="Việc chậm tính từ hạn và giờ làm thật. Lý do được đọc lại khi nhân bản đợt cho năm sau."
      />
      <div className="grid gap-5">
        <LateStats campaignId={campaign.id} summary={summary} />
        <FilterLinks
          label="Loại việc"
          links={[
            { href: page, label: "Tất cả", current: !filter.kind },
            ...lateKinds.map((kind) => ({
              href: `${page}?kind=${kind}`,
              label: lateLabels[kind],
              current: filter.kind === kind,
            })),
          ]}
        />
        <Card flush>
          <LateList
            campaignId={campaign.id}
            rows={found.rows}
            give={canRecordLesson(actor) ? giveReasonAction : null}
          />
        </Card>
        <Pagination
          previousHref={filter.page > 1 ? link(filter.page - 1) : undefined}
          nextHref={found.hasNext ? link(filter.page + 1) : undefined}
        />
      </div>
    </>
  );
}
