import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { GroupTable } from "@/components/organization/group-table";
import { ButtonLink } from "@/components/ui/button-link";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { Plus } from "@/components/ui/icons";
import { PageHeader } from "@/components/ui/page-header";
import { requireActor } from "@/lib/auth/session";
import { summariseRecipientGroups } from "@/lib/organization/groups/queries";
import { canManageUnits } from "@/lib/organization/policy";
import { listUnitKinds } from "@/lib/organization/queries";

export const metadata: Metadata = { title: "Nhóm nhận văn bản" };

export default async function GroupsPage() {
  const actor = await requireActor();
  if (!canManageUnits(actor)) notFound();
  const [rows, kinds] = await Promise.all([summariseRecipientGroups(actor), listUnitKinds(actor)]);
  const button = (
    <ButtonLink href="/admin/groups/new" variant="primary" icon={<Plus aria-hidden />}>
      Thêm nhóm
    </ButtonLink>
  );

  return (
    <>
      <PageHeader
        title="Nhóm nhận văn bản"
        breadcrumb={[{ href: "/admin", label: "Quản trị" }]}
        description="Văn bản gửi cho nhóm đến mọi đơn vị mà nhóm gồm có vào ngày ký ban hành."
      >
        {button}
      </PageHeader>
      <Card flush>
        {rows.length > 0 ? (
          <GroupTable rows={rows} kinds={kinds} />
        ) : (
          <EmptyState title="Chưa có nhóm nào" action={button}>
            Thêm nhóm như “UBND các xã, thị trấn” để khỏi chọn từng đơn vị khi soạn văn bản.
          </EmptyState>
        )}
      </Card>
    </>
  );
}
