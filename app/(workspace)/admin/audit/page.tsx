import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { TrailFilterForm } from "@/components/audit/trail-filter-form";
import { TrailTable } from "@/components/audit/trail-table";
import { ActionButton } from "@/components/ui/action-button";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { ShieldCheck } from "@/components/ui/icons";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination } from "@/components/ui/pagination";
import { canReadAuditTrail, canVerifyAuditTrail } from "@/lib/audit/trail/policy";
import { listAuditEntries } from "@/lib/audit/trail/queries";
import { type TrailFilter, trailFilterSchema } from "@/lib/audit/trail/schema";
import { requireActor } from "@/lib/auth/session";
import { verifyTrailAction } from "./actions";

export const metadata: Metadata = { title: "Nhật ký hệ thống" };

export default async function AuditPage({ searchParams }: PageProps<"/admin/audit">) {
  const actor = await requireActor();
  if (!canReadAuditTrail(actor)) notFound();
  const filter = trailFilterSchema.parse(await searchParams);
  const { rows, next } = await listAuditEntries(actor, filter);
  const { after, ...chosen } = filter;
  const narrowed = Object.values(chosen).some(Boolean);

  return (
    <>
      <PageHeader
        title="Nhật ký hệ thống"
        breadcrumb={[{ href: "/admin", label: "Quản trị" }]}
        description="Mỗi việc làm trên hệ thống để lại một dòng. Các dòng nối nhau bằng mã băm, không sửa, không xóa được."
      >
        {canVerifyAuditTrail(actor) ? (
          <ActionButton
            action={verifyTrailAction}
            icon={<ShieldCheck aria-hidden />}
            pendingLabel="Đang kiểm tra…"
          >
            Kiểm tra toàn vẹn
          </ActionButton>
        ) : null}
      </PageHeader>
      <Card className="mb-4">
        <TrailFilterForm
          filter={filter}
          clearHref={narrowed ? "/admin/audit" : undefined}
          byUnit={canVerifyAuditTrail(actor)}
        />
      </Card>
      <Card flush>
        {rows.length > 0 ? (
          <TrailTable rows={rows} />
        ) : (
          <EmptyState title={narrowed ? "Không có dòng nào khớp" : "Chưa có dòng nào"}>
            {narrowed ? "Thử bỏ bớt điều kiện lọc." : "Việc làm trên hệ thống sẽ hiện ở đây."}
          </EmptyState>
        )}
      </Card>
      <Pagination
        previousHref={after ? address(chosen) : undefined}
        nextHref={next ? address({ ...chosen, after: next }) : undefined}
      />
    </>
  );
}

function address(filter: TrailFilter) {
  const parts = Object.entries(filter).filter(([, value]) => value);
  const query = new URLSearchParams(Object.fromEntries(parts)).toString();
  return query ? `/admin/audit?${query}` : "/admin/audit";
}
