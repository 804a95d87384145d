import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { UnitForm } from "@/components/organization/unit-form";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { requireActor } from "@/lib/auth/session";
import { canManageUnits } from "@/lib/organization/policy";
import { listUnitChoices, listUnitKinds } from "@/lib/organization/queries";
import { createUnitAction } from "../actions";

export const metadata: Metadata = { title: "Thêm đơn vị" };

export default async function NewUnitPage() {
  const actor = await requireActor();
  if (!canManageUnits(actor)) notFound();
  const [kinds, choices] = await Promise.all([listUnitKinds(actor), listUnitChoices(actor)]);
  const breadcrumb = [
    { href: "/admin", label: "Quản trị" },
    { href: "/admin/units", label: "Đơn vị" },
  ];

  return (
    <>
      <PageHeader title="Thêm đơn vị" breadcrumb={breadcrumb} />
      <Card>
        <UnitForm action={createUnitAction} kinds={kinds} choices={choices} unit={null} />
      </Card>
    </>
  );
}
