import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ComplaintTabs } from "@/components/complaints/complaint-tabs";
import { RequestTable } from "@/components/complaints/request-table";
import { ButtonLink } from "@/components/ui/button-link";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { FilterLinks } from "@/components/ui/filter-links";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination } from "@/components/ui/pagination";
import { requireActor } from "@/lib/auth/session";
import { canAskTelcos } from "@/lib/complaints/policy";
import { listRequests } from "@/lib/complaints/requests/queries";
import { requestFilterSchema } from "@/lib/complaints/requests/schema";
import { findPart } from "@/lib/complaints/standing/queries";

export const metadata: Metadata = { title: "Yêu cầu xử lý" };

const shows = { open: "Chờ trả lời", late: "Quá hạn", all: "Tất cả" } as const;

export default async function RequestsPage({ searchParams }: PageProps<"/complaints/requests">) {
  const actor = await requireActor();
  const part = await findPart(actor);
  if (!canAskTelcos(part) && part !== "telco") notFound();
  const filter = requestFilterSchema.parse(await searchParams);
  const { rows, hasNext } = await listRequests(actor, filter);
  const link = (show: string, page = 1) => `/complaints/requests?show=${show}&page=${page}`;
  return (
    <>
      <PageHeader title="Yêu cầu xử lý">
        {canAskTelcos(part) ? (
          <ButtonLink href="/complaints/requests/new" variant="primary">
            Gửi yêu cầu xử lý
          </ButtonLink>
        ) : null}
      </PageHeader>
      <ComplaintTabs current="requests" part={part} />
      <div className="grid gap-6">
        <FilterLinks
          label="Lọc theo tình trạng"
          links={(["open", "late", "all"] as const).map((show) => ({
            href: link(show),
            label: shows[show],
            current: filter.show === show,
          }))}
        />
        <Card flush>
          {rows.length > 0 ? (
            <RequestTable rows={rows} />
          ) : (
            <EmptyState title="Không có yêu cầu nào ở đây">
              {part === "telco"
                ? "Yêu cầu chặn của công an, huyện hiện ở đây."
                : "Bấm “Gửi yêu cầu xử lý” để yêu cầu nhà mạng chặn một nguồn."}
            </EmptyState>
          )}
        </Card>
        <Pagination
          previousHref={filter.page > 1 ? link(filter.show, filter.page - 1) : undefined}
          nextHref={hasNext ? link(filter.show, filter.page + 1) : undefined}
        />
      </div>
    </>
  );
}
