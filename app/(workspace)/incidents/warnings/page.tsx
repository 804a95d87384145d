import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { z } from "zod";
import { IncidentTabs } from "@/components/incidents/incident-tabs";
import { WarningItem } from "@/components/incidents/warning-item";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination } from "@/components/ui/pagination";
import { isUnitMember } from "@/lib/auth/actor";
import { requireActor } from "@/lib/auth/session";
import { tabsFor } from "@/lib/incidents/policy";
import { listOwnWarnings } from "@/lib/incidents/warnings/queries";
import { acknowledgeWarningAction } from "./actions";

export const metadata: Metadata = { title: "Cảnh báo nhanh" };

const pageSchema = z.coerce.number().int().min(1).max(10_000).catch(1);

export default async function WarningsPage({ searchParams }: PageProps<"/incidents/warnings">) {
  const actor = await requireActor();
  if (!isUnitMember(actor)) notFound();
  const page = pageSchema.parse((await searchParams).page);
  const { rows, hasNext } = await listOwnWarnings(actor, { page });
  const address = (to: number) => `/incidents/warnings${to > 1 ? `?page=${to}` : ""}`;

  return (
    <>
      <PageHeader title="Cảnh báo nhanh" meta={actor.unitName} />
      <IncidentTabs current="warnings" tabs={tabsFor(actor)} />
      <Card flush>
        {rows.length > 0 ? (
          <ul>
            {rows.map((receipt) => (
              <WarningItem
                key={receipt.warning.id}
                receipt={receipt}
                acknowledge={acknowledgeWarningAction}
              />
            ))}
          </ul>
        ) : (
          <EmptyState title="Chưa có cảnh báo nào">
            Cảnh báo nhanh của huyện và Công an gửi đơn vị sẽ hiện ở đây.
          </EmptyState>
        )}
      </Card>
      <div className="mt-6">
        <Pagination
          previousHref={page > 1 ? address(page - 1) : undefined}
          nextHref={hasNext ? address(page + 1) : undefined}
        />
      </div>
    </>
  );
}
