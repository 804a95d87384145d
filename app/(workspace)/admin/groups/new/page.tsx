import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { GroupForm } from "@/components/organization/group-form";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { requireActor } from "@/lib/auth/session";
import { canManageUnits } from "@/lib/organization/policy";
import { listUnitChoices, listUnitKinds } from "@/lib/organization/queries";
import { createGroupAction } from "../actions";

export const metadata: Metadata = { title: "Thêm nhóm nhận" };

export default async function NewGroupPage() {
  const actor = await requireActor();
  if (!canManageUnits(actor)) notFound();
  const [kinds, choices] = await Promise.all([listUnitKinds(actor), listUnitChoices(actor)]);
  const breadcrumb = [
    { href: "/admin", label: "Quản trị" },
    { href: "/admin/groups", label: "Nhóm nhận văn bản" },
  ];

  return (
    <>
      <PageHeader title="Thêm nhóm nhận" breadcrumb={breadcrumb} />
      <Card>
        <GroupForm action={createGroupAction} kinds={kinds} choices={choices} group={null} />
      </Card>
    </>
  );
}
