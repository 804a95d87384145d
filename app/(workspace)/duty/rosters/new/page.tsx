import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { CreateRosterForm } from "@/components/duty/create-roster-form";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { FilterLinks } from "@/components/ui/filter-links";
import { PageHeader } from "@/components/ui/page-header";
import { requireActor } from "@/lib/auth/session";
import { canMakeRoster } from "@/lib/duty/policy";
import { listCampaignsWithoutRoster } from "@/lib/duty/rosters/queries";
import { formatInstant } from "@/lib/time";
import { createRosterAction } from "../actions";

export const metadata: Metadata = { title: "Lập lịch trực" };

export default async function NewRosterPage({ searchParams }: PageProps<"/duty/rosters/new">) {
  const actor = await requireActor();
  if (!canMakeRoster(actor, actor)) notFound();
  const { campaign: wanted } = await searchParams;
  const campaigns = await listCampaignsWithoutRoster(actor);
  const campaign = campaigns.find(({ id }) => id === wanted) ?? campaigns[0];

  return (
    <>
      <PageHeader
        title="Lập lịch trực"
        breadcrumb={[{ href: "/duty", label: "Trực" }]}
        meta={actor.unitName}
      />
      {campaign ? (
        <div className="grid gap-6">
          {campaigns.length > 1 ? (
            <FilterLinks
              label="Chọn đợt cao điểm"
              links={campaigns.map(({ id, name }) => ({
                href: `/duty/rosters/new?campaign=${id}`,
                label: name,
                current: id === campaign.id,
              }))}
            />
          ) : null}
          <Card
            title={campaign.name}
            description={`Từ ${formatInstant(campaign.startsAt)} đến ${formatInstant(campaign.endsAt)}`}
          >
            <CreateRosterForm
              key={campaign.id}
              campaign={campaign}
              requestId={randomUUID()}
              action={createRosterAction}
            />
          </Card>
        </div>
      ) : (
        <Card>
          <EmptyState title="Không có đợt nào cần lập lịch">
            Mọi đợt cao điểm sắp tới đã có lịch trực, hoặc huyện chưa mở đợt mới.
          </EmptyState>
        </Card>
      )}
    </>
  );
}
