import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { KindForm } from "@/components/organization/kind-form";
import { KindTable } from "@/components/organization/kind-table";
import { Card } from "@/components/ui/card";
import { Dialog } from "@/components/ui/dialog";
import { EmptyState } from "@/components/ui/empty-state";
import { Plus } from "@/components/ui/icons";
import { PageHeader } from "@/components/ui/page-header";
import { requireActor } from "@/lib/auth/session";
import { canManageUnits } from "@/lib/organization/policy";
import { listUnitKinds } from "@/lib/organization/queries";
import { createKindAction, updateKindAction } from "./actions";

export const metadata: Metadata = { title: "Loại đơn vị" };

export default async function KindsPage() {
  const actor = await requireActor();
  if (!canManageUnits(actor)) notFound();
  const kinds = await listUnitKinds(actor);

  return (
    <>
      <PageHeader
        title="Loại đơn vị"
        breadcrumb={[{ href: "/admin", label: "Quản trị" }]}
        description="Loại quyết định người của đơn vị mở trang chủ nào và thứ tự trong các danh sách."
      >
        <Dialog
          trigger="Thêm loại"
          icon={<Plus aria-hidden />}
          variant="primary"
          title="Thêm loại đơn vị"
        >
          <KindForm action={createKindAction} kind={null} />
        </Dialog>
      </PageHeader>
      <Card flush>
        {kinds.length > 0 ? (
          <KindTable kinds={kinds} update={updateKindAction} />
        ) : (
          <EmptyState title="Chưa có loại đơn vị nào">
            Nhập danh sách đơn vị từ tệp, các loại trong tệp sẽ có ở đây.
          </EmptyState>
        )}
      </Card>
    </>
  );
}
