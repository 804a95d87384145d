import type { Metadata } from "next";
import { AdvisoryTable } from "@/components/advisories/advisory-table";
import { AdvisoryTabs } from "@/components/advisories/advisory-tabs";
import { UnitAdvisoryList } from "@/components/advisories/unit-advisory-list";
import { ButtonLink } from "@/components/ui/button-link";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { FilterLinks } from "@/components/ui/filter-links";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination } from "@/components/ui/pagination";
import { SearchForm } from "@/components/ui/search-form";
import { canIssueAdvisory, canSeeAllAdvisories } from "@/lib/advisories/policy";
import { listAdvisories, listUnitAdvisories } from "@/lib/advisories/queries";
import { type AdvisoryFilter, advisoryFilterSchema } from "@/lib/advisories/schema";
import { requireActor } from "@/lib/auth/session";
import { now } from "@/lib/time";
import { notApplicableAction } from "./actions";

export const metadata: Metadata = { title: "Cảnh báo" };

const shows = {
  open: "Còn mở",
  urgent: "Khẩn",
  exploited: "Đang bị khai thác",
  draft: "Dự thảo",
  all: "Tất cả",
};

export default async function AdvisoriesPage({ searchParams }: PageProps<"/advisories">) {
  const actor = await requireActor();
  const filter = advisoryFilterSchema.parse(await searchParams);
  const all = canSeeAllAdvisories(actor);
  const [district, own] = await Promise.all([
    listAdvisories(actor, filter),
    listUnitAdvisories(actor, filter),
  ]);
  const may = canIssueAdvisory(actor);
  const link = (change: Partial<AdvisoryFilter>) => address({ ...filter, page: 1, ...change });
  const hasNext = all ? district.hasNext : own.hasNext;
  const empty = (all ? district.rows : own.rows).length === 0;

  return (
    <>
      <PageHeader title="Cảnh báo" meta={all ? undefined : actor.unitName}>
        {may ? (
          <>
            <ButtonLink href="/advisories/catalogue">Danh mục bị khai thác</ButtonLink>
            <ButtonLink href="/advisories/new" variant="primary">
              Nhập cảnh báo
            </ButtonLink>
          </>
        ) : null}
      </PageHeader>
      <AdvisoryTabs current="advisories" all={all} />
      <div className="grid gap-6">
        <div className="flex flex-wrap items-center justify-between gap-3">
          <FilterLinks
            label="Lọc cảnh báo"
            links={(["open", "urgent", "exploited", "draft", "all"] as const)
              .filter((show) => may || show !== "draft")
              .map((show) => ({
                href: link({ show }),
                label: shows[show],
                current: filter.show === show,
              }))}
          />
          <SearchForm
            label="Tìm số, trích yếu, CVE, sản phẩm"
            defaultValue={filter.q}
            hidden={{ show: filter.show }}
          />
        </div>
        <Card flush>
          {empty ? (
            <EmptyState title="Không có cảnh báo nào ở đây">
              {may
                ? "Dán công văn cảnh báo, tải tệp .docx, .pdf hoặc CSAF để bắt đầu."
                : "Cảnh báo huyện gửi đến sẽ hiện ở đây."}
            </EmptyState>
          ) : all ? (
            <AdvisoryTable rows={district.rows} />
          ) : (
            <UnitAdvisoryList rows={own.rows} at={now()} notApplicable={notApplicableAction} />
          )}
        </Card>
        <Pagination
          previousHref={filter.page > 1 ? link({ page: filter.page - 1 }) : undefined}
          nextHref={hasNext ? link({ page: filter.page + 1 }) : undefined}
        />
      </div>
    </>
  );
}

function address({ show, q, page }: AdvisoryFilter) {
  const entries = { show, q, page: page > 1 ? String(page) : "" };
  const text = new URLSearchParams(Object.entries(entries).filter(([, value]) => value)).toString();
  return `/advisories?${text}`;
}
