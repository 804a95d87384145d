import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { UnitFilterBar } from "@/components/organization/unit-filter-bar";
import { UnitTable } from "@/components/organization/unit-table";
import { ButtonLink } from "@/components/ui/button-link";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { FileUp, Plus } from "@/components/ui/icons";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination } from "@/components/ui/pagination";
import { requireActor } from "@/lib/auth/session";
import { canManageUnits } from "@/lib/organization/policy";
import { listUnitKinds, listUnits, UNITS_PER_PAGE } from "@/lib/organization/queries";
import { type UnitFilter, unitFilterSchema } from "@/lib/organization/schema";

export const metadata: Metadata = { title: "Đơn vị" };

export default async function UnitsPage({ searchParams }: PageProps<"/admin/units">) {
  const actor = await requireActor();
  if (!canManageUnits(actor)) notFound();
  const filter = unitFilterSchema.parse(await searchParams);
  const [{ rows, total }, kinds] = await Promise.all([
    listUnits(actor, filter),
    listUnitKinds(actor),
  ]);
  const narrowed = Boolean(filter.q || filter.kind || filter.state !== "open");
  const first = (filter.page - 1) * UNITS_PER_PAGE;
  const buttons = (
    <>
      <ButtonLink href="/admin/units/import" icon={<FileUp aria-hidden />}>
        Nhập từ tệp
      </ButtonLink>
      <ButtonLink href="/admin/units/new" variant="primary" icon={<Plus aria-hidden />}>
        Thêm đơn vị
      </ButtonLink>
    </>
  );

  return (
    <>
      <PageHeader title="Đơn vị" breadcrumb={[{ href: "/admin", label: "Quản trị" }]}>
        {buttons}
      </PageHeader>
      <div className="mb-4">
        <UnitFilterBar filter={filter} kinds={kinds} narrowed={narrowed} />
      </div>
      <Card flush>
        {rows.length > 0 ? <UnitTable rows={rows} /> : null}
        {rows.length === 0 && narrowed ? (
          <EmptyState title="Không có đơn vị nào khớp">Thử bỏ bớt điều kiện lọc.</EmptyState>
        ) : null}
        {rows.length === 0 && !narrowed ? (
          <EmptyState title="Chưa có đơn vị nào" action={buttons}>
            Nhập cả danh sách từ tệp CSV, hoặc thêm từng đơn vị.
          </EmptyState>
        ) : null}
      </Card>
      <Pagination
        summary={
          total > 0
            ? `${Math.min(first + 1, total)}–${first + rows.length} trong ${total} đơn vị`
            : undefined
        }
        previousHref={filter.page > 1 ? address(filter, filter.page - 1) : undefined}
        nextHref={first + rows.length < total ? address(filter, filter.page + 1) : undefined}
      />
    </>
  );
}

function address({ page: _page, ...filter }: UnitFilter, page: number) {
  const parts = Object.entries({ ...filter, page: String(page) }).filter(([, value]) => value);
  return `/admin/units?${new URLSearchParams(Object.fromEntries(parts))}`;
}
