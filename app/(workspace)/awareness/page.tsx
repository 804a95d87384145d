import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ActivityFilters } from "@/components/awareness/activity-filters";
import { ActivityTable } from "@/components/awareness/activity-table";
import { AwarenessTabs } from "@/components/awareness/awareness-tabs";
import { RepeatCard } from "@/components/awareness/repeat-card";
import { ButtonLink } from "@/components/ui/button-link";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination } from "@/components/ui/pagination";
import { isUnitMember, seesAll } from "@/lib/auth/actor";
import { requireActor } from "@/lib/auth/session";
import { canCompareUnits, canRecordActivity } from "@/lib/awareness/policy";
import { findLastActivity, listActivities, listAwarenessCampaigns } from "@/lib/awareness/queries";
import { type ActivityFilter, activityFilterSchema } from "@/lib/awareness/schema";
import { repeatActivityAction } from "./actions";

export const metadata: Metadata = { title: "Tuyên truyền" };

export default async function AwarenessPage({ searchParams }: PageProps<"/awareness">) {
  const actor = await requireActor();
  if (!seesAll(actor) && !isUnitMember(actor)) notFound();
  const filter = activityFilterSchema.parse(await searchParams);
  const [{ rows, hasNext }, last, campaigns] = await Promise.all([
    listActivities(actor, filter),
    isUnitMember(actor) ? findLastActivity(actor) : null,
    listAwarenessCampaigns(actor),
  ]);
  const link = (page: number) => address({ ...filter, page });

  return (
    <>
      <PageHeader title="Tuyên truyền" meta={seesAll(actor) ? undefined : actor.unitName}>
        {canRecordActivity(actor) ? (
          <ButtonLink href="/awareness/new" variant="primary">
            Ghi hoạt động
          </ButtonLink>
        ) : null}
      </PageHeader>
      <AwarenessTabs current="activities" compares={canCompareUnits(actor)} />
      <div className="grid gap-5">
        {isUnitMember(actor) && last ? (
          <RepeatCard last={last} requestId={randomUUID()} repeat={repeatActivityAction} />
        ) : null}
        <ActivityFilters filter={filter} campaigns={campaigns} />
        <Card flush>
          <ActivityTable
            rows={rows}
            seesAll={seesAll(actor)}
            empty={
              seesAll(actor)
                ? "Hoạt động các đơn vị ghi sẽ hiện ở đây. Thử bỏ bớt điều kiện lọc."
                : "Bấm “Ghi hoạt động” sau mỗi buổi phát loa, đăng tin, họp dân."
            }
          />
        </Card>
        <Pagination
          previousHref={filter.page > 1 ? link(filter.page - 1) : undefined}
          nextHref={hasNext ? link(filter.page + 1) : undefined}
        />
      </div>
    </>
  );
}

function address({ page, ...filter }: ActivityFilter) {
  const entries = { ...filter, page: page > 1 ? String(page) : "" };
  const parts = Object.entries(entries).flatMap(([name, value]) => (value ? [[name, value]] : []));
  return `/awareness?${new URLSearchParams(parts)}`;
}
