import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { z } from "zod";
import { LineTable } from "@/components/compliance/line-table";
import { pictureAddress } from "@/components/compliance/picture-address";
import { ReplayNote } from "@/components/compliance/replay-note";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { PhoneLink } from "@/components/ui/phone-link";
import { requireActor } from "@/lib/auth/session";
import { pictureFilterSchema } from "@/lib/compliance/schema";
import { findComplianceUnit } from "@/lib/compliance/units/queries";

export const metadata: Metadata = { title: "Mức thực hiện của đơn vị" };

export default async function CompliancePage({
  params,
  searchParams,
}: PageProps<"/command/units/[unitId]">) {
  const actor = await requireActor();
  const unitId = z.uuid().safeParse((await params).unitId);
  if (!unitId.success) notFound();
  const filter = pictureFilterSchema.parse(await searchParams);
  const found = await findComplianceUnit(actor, unitId.data, filter);
  if (!found) notFound();
  const { unit, lines, standing } = found;

  return (
    <>
      <PageHeader
        title={unit.name}
        breadcrumb={[
          { href: pictureAddress("/command", filter), label: "Điều hành" },
          { href: pictureAddress("/command/obligations/all", filter), label: "Các đơn vị" },
        ]}
        meta={
          <>
            <span>{unit.kind.label}</span>
            {unit.phone ? <PhoneLink phone={unit.phone} name={unit.name} /> : null}
          </>
        }
      />
      <div className="grid gap-5">
        {standing.day && !standing.live && filter.ngay ? (
          <ReplayNote
            day={standing.day}
            nowHref={pictureAddress(`/command/units/${unit.id}`, { dot: filter.dot })}
          />
        ) : null}
        <Card flush>
          {lines.length === 0 ? (
            <EmptyState title="Đợt này chưa giao nghĩa vụ nào cho đơn vị" />
          ) : (
            <LineTable unitId={unit.id} lines={lines} filter={filter} />
          )}
        </Card>
      </div>
    </>
  );
}
