import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { z } from "zod";
import { statePopulationsAction } from "@/app/(workspace)/awareness/actions";
import { PopulationForm } from "@/components/awareness/population-form";
import { UnitForm } from "@/components/organization/unit-form";
import { UnitValidity } from "@/components/organization/unit-validity";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { requireActor } from "@/lib/auth/session";
import { canManageUnits } from "@/lib/organization/policy";
import { findUnit, listUnitChoices, listUnitKinds } from "@/lib/organization/queries";
import { isValidOn } from "@/lib/organization/rules";
import { isoDay, now } from "@/lib/time";
import { closeUnitAction, reopenUnitAction, updateUnitAction } from "../actions";

export const metadata: Metadata = { title: "Đơn vị" };

export default async function UnitPage({ params }: PageProps<"/admin/units/[id]">) {
  const actor = await requireActor();
  if (!canManageUnits(actor)) notFound();
  const id = z.uuid().safeParse((await params).id);
  const unit = id.success ? await findUnit(actor, id.data) : null;
  if (!unit) notFound();
  const [kinds, choices] = await Promise.all([listUnitKinds(actor), listUnitChoices(actor)]);
  const open = isValidOn(unit, isoDay(now()));
  const breadcrumb = [
    { href: "/admin", label: "Quản trị" },
    { href: "/admin/units", label: "Đơn vị" },
  ];

  return (
    <>
      <PageHeader
        title={unit.name}
        breadcrumb={breadcrumb}
        meta={
          <>
            <span>{unit.code}</span>
            <span>{unit.kind.label}</span>
            <Badge tone={open ? "success" : "neutral"}>
              {open ? "Đang hoạt động" : "Không hoạt động hôm nay"}
            </Badge>
          </>
        }
      />
      <div className="grid items-start gap-6 lg:grid-cols-[2fr_1fr]">
        <Card title="Thông tin">
          <UnitForm action={updateUnitAction} kinds={kinds} choices={choices} unit={unit} />
        </Card>
        <div className="grid gap-6">
          <Card title="Thời gian hoạt động">
            <UnitValidity
              unit={unit}
              choices={choices}
              close={closeUnitAction}
              reopen={reopenUnitAction}
            />
          </Card>
          <Card title="Số dân">
            <p className="mb-3 text-sm text-ink-muted">
              Dùng để tính lượt tuyên truyền trên 1.000 dân; chưa biết thì để trống.
            </p>
            <PopulationForm
              rows={[{ unitId: unit.id, unit: "Số dân", population: unit.population }]}
              action={statePopulationsAction}
            />
          </Card>
        </div>
      </div>
    </>
  );
}
