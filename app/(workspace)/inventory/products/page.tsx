import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ProductList } from "@/components/inventory/product-list";
import { PageHeader } from "@/components/ui/page-header";
import { requireActor } from "@/lib/auth/session";
import { canManageProducts } from "@/lib/inventory/policy";
import { listProducts } from "@/lib/inventory/products/queries";
import { addProductAction, retireProductAction } from "../actions";

export const metadata: Metadata = { title: "Danh mục sản phẩm" };

export default async function ProductsPage() {
  const actor = await requireActor();
  if (!canManageProducts(actor)) notFound();
  return (
    <>
      <PageHeader
        title="Danh mục sản phẩm"
        breadcrumb={[{ href: "/inventory", label: "Kê khai máy" }]}
        description="Đơn vị chọn từ đây; cảnh báo được đối chiếu theo các từ nhận ra."
      />
      <ProductList
        products={await listProducts(actor)}
        add={addProductAction}
        retire={retireProductAction}
      />
    </>
  );
}
