import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ImportColumns } from "@/components/organization/import-columns";
import { ImportForm } from "@/components/organization/import-form";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { requireActor } from "@/lib/auth/session";
import { canManageUnits } from "@/lib/organization/policy";
import { importUnitsAction } from "./actions";

export const metadata: Metadata = { title: "Nhập đơn vị từ tệp" };

export default async function ImportUnitsPage() {
  const actor = await requireActor();
  if (!canManageUnits(actor)) notFound();
  const breadcrumb = [
    { href: "/admin", label: "Quản trị" },
    { href: "/admin/units", label: "Đơn vị" },
  ];

  return (
    <>
      <PageHeader
        title="Nhập đơn vị từ tệp"
        breadcrumb={breadcrumb}
        description="Cả tệp được nhập hoặc không dòng nào được nhập. Nhập lại cùng một tệp không làm thay đổi gì."
      />
      <div className="grid items-start gap-6 lg:grid-cols-[3fr_2fr]">
        <Card>
          <ImportForm action={importUnitsAction} />
        </Card>
        <Card title="Các cột của tệp">
          <ImportColumns />
        </Card>
      </div>
    </>
  );
}
