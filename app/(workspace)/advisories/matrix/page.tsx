import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { AdvisoryMatrixTable } from "@/components/advisories/advisory-matrix-table";
import { AdvisoryTabs } from "@/components/advisories/advisory-tabs";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { FilterLinks } from "@/components/ui/filter-links";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination } from "@/components/ui/pagination";
import { SearchForm } from "@/components/ui/search-form";
import { findAdvisoryMatrix } from "@/lib/advisories/matrix/queries";
import {
  type AdvisoryMatrixFilter,
  advisoryMatrixFilterSchema,
} from "@/lib/advisories/matrix/schema";
import { requireActor } from "@/lib/auth/session";
import { now } from "@/lib/time";

export const metadata: Metadata = { title: "Ma trận cảnh báo" };

const kinds = [
  { only: undefined, label: "Tất cả" },
  { only: "exploited", label: "Đang bị khai thác" },
  { only: "urgent", label: "Khẩn" },
] as const;

export default async function MatrixPage({ searchParams }: PageProps<"/advisories/matrix">) {
  const actor = await requireActor();
  const filter = advisoryMatrixFilterSchema.parse(await searchParams);
  const matrix = await findAdvisoryMatrix(actor, filter);
  if (!matrix) notFound();
  const link = (change: Partial<AdvisoryMatrixFilter>) => address({ ...filter, ...change });
  const units = (cursor: Pick<AdvisoryMatrixFilter, "after" | "before">) =>
    link({ after: undefined, before: undefined, ...cursor });
  const advisories = (cursor: Pick<AdvisoryMatrixFilter, "older" | "newer" | "only">) =>
    link({ older: undefined, newer: undefined, ...cursor });

  return (
    <>
      <PageHeader title="Ma trận cảnh báo" />
      <AdvisoryTabs current="matrix" all />
      <div className="grid gap-6">
        <div className="flex flex-wrap items-center justify-between gap-3">
          <FilterLinks
            label="Lọc cảnh báo"
            links={kinds.map(({ only, label }) => ({
              href: advisories({ only }),
              label,
              current: filter.only === only,
            }))}
          />
          <SearchForm label="Tìm đơn vị" defaultValue={filter.q} hidden={{ only: filter.only }} />
        </div>
        <Card flush>
          {matrix.columns.length > 0 && matrix.rows.length > 0 ? (
            <AdvisoryMatrixTable matrix={matrix} at={now()} />
          ) : (
            <EmptyState title="Chưa có gì ở đây">
              Chưa phát cảnh báo nào như vậy, hoặc không đơn vị nào khớp.
            </EmptyState>
          )}
        </Card>
        <Pagination
          label="Các cảnh báo"
          summary="Cảnh báo mới nhất trước"
          previousHref={matrix.newer ? advisories({ newer: matrix.newer }) : undefined}
          nextHref={matrix.older ? advisories({ older: matrix.older }) : undefined}
        />
        <Pagination
          label="Các đơn vị"
          summary="Đơn vị theo tên"
          previousHref={matrix.previous ? units({ before: matrix.previous }) : undefined}
          nextHref={matrix.next ? units({ after: matrix.next }) : undefined}
        />
      </div>
    </>
  );
}

function address(filter: AdvisoryMatrixFilter) {
  const parts = Object.entries(filter).flatMap(([name, value]) => (value ? [[name, value]] : []));
  const text = new URLSearchParams(parts).toString();
  return text ? `/advisories/matrix?${text}` : "/advisories/matrix";
}
