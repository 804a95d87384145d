import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { z } from "zod";
import { DayDots } from "@/components/compliance/day-dots";
import { pictureAddress } from "@/components/compliance/picture-address";
import { ReplayNote } from "@/components/compliance/replay-note";
import { RowTable } from "@/components/compliance/row-table";
import { SinceText } from "@/components/compliance/since-text";
import { VerdictBadge } from "@/components/compliance/verdict-badge";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { PhoneLink } from "@/components/ui/phone-link";
import { TextLink } from "@/components/ui/text-link";
import { requireActor } from "@/lib/auth/session";
import { complianceMeasures, pictureFilterSchema } from "@/lib/compliance/schema";
import { findComplianceRows } from "@/lib/compliance/units/queries";

export const metadata: Metadata = { title: "Việc đã tính" };

const askedSchema = z.object({ measure: z.enum(complianceMeasures), unitId: z.uuid() });

export default async function RowsPage({
  params,
  searchParams,
}: PageProps<"/command/obligations/[measure]/[unitId]">) {
  const actor = await requireActor();
  const asked = askedSchema.safeParse(await params);
  if (!asked.success) notFound();
  const filter = pictureFilterSchema.parse(await searchParams);
  const found = await findComplianceRows(actor, asked.data, filter);
  if (!found?.line) notFound();
  const { unit, line, rows, at, standing } = found;
  const { measure, unitId } = asked.data;

  return (
    <>
      <PageHeader
        title={unit.name}
        breadcrumb={[
          { href: pictureAddress("/command", filter), label: "Điều hành" },
          { href: pictureAddress(`/command/obligations/${measure}`, filter), label: line.label },
        ]}
        meta={
          <>
            <VerdictBadge verdict={line.verdict} />
            <span className="font-medium text-ink">{line.says}</span>
            <SinceText since={line.since} verdict={line.verdict} />
            {unit.phone ? <PhoneLink phone={unit.phone} name={unit.name} /> : null}
          </>
        }
        description={line.asks}
      />
      <div className="grid gap-5">
        {standing.day && !standing.live && filter.ngay ? (
          <ReplayNote
            day={standing.day}
            nowHref={pictureAddress(`/command/obligations/${measure}/${unitId}`, {
              dot: filter.dot,
            })}
          />
        ) : null}
        <p className="flex flex-wrap items-center gap-x-4 gap-y-2 text-sm text-ink-muted">
          Từng ngày của đợt <DayDots days={line.days} />
          <TextLink href={pictureAddress(`/command/units/${unitId}`, filter)}>
            Mọi nghĩa vụ của đơn vị này
          </TextLink>
        </p>
        <Card flush>
          {rows.length === 0 ? (
            <EmptyState title="Chưa có việc nào để tính">
              Khi có việc được giao hoặc ghi nhận, nó hiện ở đây.
            </EmptyState>
          ) : (
            <RowTable rows={rows} at={at} />
          )}
        </Card>
      </div>
    </>
  );
}
