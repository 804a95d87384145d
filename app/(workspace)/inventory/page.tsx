import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { InventoryTable } from "@/components/inventory/inventory-table";
import { ButtonLink } from "@/components/ui/button-link";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { FilterLinks } from "@/components/ui/filter-links";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination } from "@/components/ui/pagination";
import { SearchForm } from "@/components/ui/search-form";
import { Stat } from "@/components/ui/stat";
import { isUnitMember } from "@/lib/auth/actor";
import { requireActor } from "@/lib/auth/session";
import { canManageProducts, canSeeAllInventories } from "@/lib/inventory/policy";
import { listInventories, summariseInventories } from "@/lib/inventory/queries";
import { type InventoryFilter, inventoryFilterSchema } from "@/lib/inventory/schema";
import { now } from "@/lib/time";

export const metadata: Metadata = { title: "Kê khai máy" };

const shows = { all: "Tất cả", missing: "Chưa kê khai", stale: "Đã cũ" };

export default async function InventoriesPage({ searchParams }: PageProps<"/inventory">) {
  const actor = await requireActor();
  if (isUnitMember(actor)) redirect(`/inventory/${actor.unitId}`);
  if (!canSeeAllInventories(actor)) notFound();
  const filter = inventoryFilterSchema.parse(await searchParams);
  const [{ rows, hasNext }, totals] = await Promise.all([
    listInventories(actor, filter),
    summariseInventories(actor),
  ]);
  const link = (change: Partial<InventoryFilter>) => address({ ...filter, page: 1, ...change });

  return (
    <>
      <PageHeader
        title="Kê khai máy"
        breadcrumb={[{ href: "/advisories", label: "Cảnh báo" }]}
        description="Mỗi đơn vị có máy gì, phần mềm gì, hệ thống cấp độ mấy."
      >
        {canManageProducts(actor) ? (
          <ButtonLink href="/inventory/products">Danh mục sản phẩm</ButtonLink>
        ) : null}
      </PageHeader>
      <div className="grid gap-6">
        {totals ? (
          <section aria-label="Tổng số máy" className="grid grid-cols-2 gap-3 lg:grid-cols-4">
            <Stat
              label="Đơn vị đã kê khai"
              value={`${totals.declared}/${totals.units}`}
              tone={totals.declared < totals.units ? "warning" : "success"}
            />
            <Stat label="Máy chủ" value={totals.servers} />
            <Stat label="Máy trạm" value={totals.workstations} />
            <Stat label="Thiết bị mạng" value={totals.networkDevices} />
          </section>
        ) : null}
        <div className="flex flex-wrap items-center justify-between gap-3">
          <FilterLinks
            label="Lọc đơn vị"
            links={inventoryShows.map((show) => ({
              href: link({ show }),
              label: shows[show],
              current: filter.show === show,
            }))}
          />
          <SearchForm
            label="Tìm đơn vị"
            defaultValue={filter.q}
            hidden={{ show: filter.show === "all" ? undefined : filter.show }}
          />
        </div>
        <Card flush>
          {rows.length > 0 ? (
            <InventoryTable rows={rows} at={now()} />
          ) : (
            <EmptyState title="Không có đơn vị nào khớp">Thử bỏ bớt điều kiện lọc.</EmptyState>
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

const inventoryShows = ["all", "missing", "stale"] as const;

function address({ show, q, page }: InventoryFilter) {
  const entries = { show: show === "all" ? "" : show, q, page: page > 1 ? String(page) : "" };
  const text = new URLSearchParams(Object.entries(entries).filter(([, value]) => value)).toString();
  return text ? `/inventory?${text}` : "/inventory";
}
