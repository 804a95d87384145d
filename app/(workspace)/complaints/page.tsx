import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { ComplaintFilters } from "@/components/complaints/complaint-filters";
import { ComplaintTable } from "@/components/complaints/complaint-table";
import { ComplaintTabs } from "@/components/complaints/complaint-tabs";
import { ButtonLink } from "@/components/ui/button-link";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination } from "@/components/ui/pagination";
import { Stat } from "@/components/ui/stat";
import { StatRow } from "@/components/ui/stat-row";
import { requireActor } from "@/lib/auth/session";
import { complaintAddress } from "@/lib/complaints/labels";
import {
  canImportComplaints,
  canSeeComplaintFigures,
  seesAllTelcos,
} from "@/lib/complaints/policy";
import { listComplaints, summariseComplaints } from "@/lib/complaints/queries";
import { complaintFilterSchema } from "@/lib/complaints/schema";
import { findPart, listTelcos } from "@/lib/complaints/standing/queries";
import { now } from "@/lib/time";

export const metadata: Metadata = { title: "Tin rác, lừa đảo" };

export default async function ComplaintsPage({ searchParams }: PageProps<"/complaints">) {
  const actor = await requireActor();
  const part = await findPart(actor);
  // Whoever reads figures alone opens on them.
  if (part === null && canSeeComplaintFigures(actor, part)) redirect("/complaints/periods");
  if (part === null) notFound();
  const filter = complaintFilterSchema.parse(await searchParams);
  const above = seesAllTelcos(part);
  const [{ rows, next }, totals, telcos] = await Promise.all([
    listComplaints(actor, filter),
    summariseComplaints(actor),
    above ? listTelcos(actor) : null,
  ]);
  const exported = complaintAddress({ ...filter, after: undefined }).replace(
    "/complaints",
    "/api/complaints",
  );

  return (
    <>
      <PageHeader title="Tin rác, lừa đảo" meta={above ? undefined : actor.unitName}>
        <ButtonLink href="/complaints/new" variant="primary">
          Thêm phản ánh
        </ButtonLink>
        {canImportComplaints(part) ? (
          <ButtonLink href="/complaints/import">Nhập từ tệp</ButtonLink>
        ) : null}
        {rows.length > 0 ? (
          <ButtonLink href={exported} variant="ghost" download>
            Tải Excel
          </ButtonLink>
        ) : null}
      </PageHeader>
      <ComplaintTabs current="cases" part={part} />
      <div className="grid gap-6">
        <StatRow>
          <Stat label="Chưa xong" value={totals.open} href="/complaints" />
          <Stat label="Mới" value={totals.fresh} tone="info" href="/complaints?state=new" />
          <Stat
            label="Đến hạn trong 24 giờ"
            value={totals.soon}
            tone={totals.soon > 0 ? "warning" : "neutral"}
          />
          <Stat
            label="Quá hạn"
            value={totals.overdue}
            tone={totals.overdue > 0 ? "danger" : "neutral"}
            href="/complaints?show=overdue"
          />
        </StatRow>
        <ComplaintFilters filter={filter} telcos={telcos} />
        <Card flush>
          {rows.length > 0 ? (
            <ComplaintTable rows={rows} at={now()} withTelco={part !== "telco"} />
          ) : (
            <EmptyState title="Không có phản ánh nào ở đây">
              Người dân báo tin rác, lừa đảo: bấm “Thêm phản ánh”, có thể dán nguyên tin nhắn.
            </EmptyState>
          )}
        </Card>
        <Pagination
          previousHref={
            filter.after ? complaintAddress({ ...filter, after: undefined }) : undefined
          }
          nextHref={next ? complaintAddress({ ...filter, after: next }) : undefined}
        />
      </div>
    </>
  );
}
