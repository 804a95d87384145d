import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { z } from "zod";
import { InventoryFacts } from "@/components/inventory/inventory-facts";
import { InventoryForm } from "@/components/inventory/inventory-form";
import { SystemList } from "@/components/inventory/system-list";
import { Alert } from "@/components/ui/alert";
import { PageHeader } from "@/components/ui/page-header";
import { requireActor } from "@/lib/auth/session";
import { listProducts } from "@/lib/inventory/products/queries";
import { findInventory } from "@/lib/inventory/queries";
import { STALE_DAYS } from "@/lib/inventory/rules";
import { formatDay } from "@/lib/time";
import * as actions from "../actions";

export const metadata: Metadata = { title: "Kê khai máy" };

export default async function InventoryPage({ params }: PageProps<"/inventory/[unitId]">) {
  const actor = await requireActor();
  const id = z.uuid().safeParse((await params).unitId);
  const inventory = id.success ? await findInventory(actor, id.data) : null;
  if (!inventory) notFound();
  const { counts, mayEdit, stale, unit } = inventory;
  const products = mayEdit ? await listProducts(actor) : [];

  return (
    <>
      <PageHeader
        title="Kê khai máy"
        breadcrumb={
          mayEdit
            ? [{ href: "/advisories", label: "Cảnh báo" }]
            : [{ href: "/inventory", label: "Kê khai máy" }]
        }
        meta={
          <>
            <span className="font-medium text-ink">{unit.name}</span>
            <span>
              {counts
                ? `Kê khai ${formatDay(counts.confirmedAt)}, ${counts.confirmedBy}`
                : "Chưa kê khai"}
            </span>
          </>
        }
      />
      <div className="grid gap-6">
        {stale ? (
          <Alert tone="warning">
            Bản kê đã quá {STALE_DAYS} ngày. Xem lại; không có gì đổi thì vẫn bấm “Lưu bản kê”.
          </Alert>
        ) : null}
        <div className="grid items-start gap-6 xl:grid-cols-[minmax(0,1fr)_26rem]">
          {mayEdit ? (
            <InventoryForm
              inventory={inventory}
              products={products}
              action={actions.saveInventoryAction}
            />
          ) : (
            <InventoryFacts inventory={inventory} />
          )}
          <SystemList
            inventory={inventory}
            actions={{
              add: actions.addUnitSystemAction,
              edit: actions.editUnitSystemAction,
              retire: actions.retireUnitSystemAction,
            }}
          />
        </div>
      </div>
    </>
  );
}
