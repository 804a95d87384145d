import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { z } from "zod";
import { GroupForm } from "@/components/organization/group-form";
import { MeantUnits } from "@/components/organization/meant-units";
import { ActionButton } from "@/components/ui/action-button";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { requireActor } from "@/lib/auth/session";
import { findRecipientGroup, resolveGroupUnits } from "@/lib/organization/groups/queries";
import { canManageUnits } from "@/lib/organization/policy";
import { listUnitChoices, listUnitKinds } from "@/lib/organization/queries";
import { deleteGroupAction, updateGroupAction } from "../actions";

export const metadata: Metadata = { title: "Nhóm nhận" };

export default async function GroupPage({ params }: PageProps<"/admin/groups/[id]">) {
  const actor = await requireActor();
  if (!canManageUnits(actor)) notFound();
  const id = z.uuid().safeParse((await params).id);
  const group = id.success ? await findRecipientGroup(actor, id.data) : null;
  if (!group) notFound();
  const [units, kinds, choices] = await Promise.all([
    resolveGroupUnits(actor, group.id),
    listUnitKinds(actor),
    listUnitChoices(actor),
  ]);
  const breadcrumb = [
    { href: "/admin", label: "Quản trị" },
    { href: "/admin/groups", label: "Nhóm nhận văn bản" },
  ];

  return (
    <>
      <PageHeader title={group.name} breadcrumb={breadcrumb}>
        <ActionButton
          action={deleteGroupAction}
          fields={{ groupId: group.id }}
          variant="danger"
          confirm={{
            title: "Xóa nhóm nhận này?",
            description: `Nhóm “${group.name}” sẽ không còn để chọn khi soạn văn bản.`,
            confirmLabel: "Xóa nhóm",
          }}
        >
          Xóa nhóm
        </ActionButton>
      </PageHeader>
      <div className="grid items-start gap-6 lg:grid-cols-[3fr_2fr]">
        <Card title="Thành phần">
          <GroupForm action={updateGroupAction} kinds={kinds} choices={choices} group={group} />
        </Card>
        <Card title="Hiện nay gồm" description={`${units.length} đơn vị`} flush>
          <MeantUnits units={units} />
        </Card>
      </div>
    </>
  );
}
