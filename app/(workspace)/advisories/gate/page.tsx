import type { Metadata } from "next";
import { z } from "zod";
import { AdvisoryTabs } from "@/components/advisories/advisory-tabs";
import { GateCard } from "@/components/advisories/gate-card";
import { GateTable } from "@/components/advisories/gate-table";
import { Alert } from "@/components/ui/alert";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination } from "@/components/ui/pagination";
import { findGate, GATE_DAYS, listGate } from "@/lib/advisories/gate/queries";
import { canAcceptRisk, canReviewHandling, canSeeAllAdvisories } from "@/lib/advisories/policy";
import { requireActor } from "@/lib/auth/session";
import { nameOwnerAction } from "../actions";

export const metadata: Metadata = { title: "Trước đợt cao điểm" };

const filterSchema = z.object({ page: z.coerce.number().int().min(1).max(10_000).catch(1) });

export default async function GatePage({ searchParams }: PageProps<"/advisories/gate">) {
  const actor = await requireActor();
  const { page } = filterSchema.parse(await searchParams);
  const [gate, { rows, hasNext }] = await Promise.all([findGate(actor), listGate(actor, { page })]);
  const names = canReviewHandling(actor) || canAcceptRisk(actor, { unitId: actor.unitId });
  const link = (to: number) => `/advisories/gate?page=${to}`;

  return (
    <>
      <PageHeader
        title="Trước đợt cao điểm"
        description={`Từ ${GATE_DAYS} ngày trước đợt, lỗ hổng đang bị khai thác còn mở phải có người chịu trách nhiệm có tên, hoặc lãnh đạo đơn vị chấp nhận rủi ro.`}
      />
      <AdvisoryTabs current="gate" all={canSeeAllAdvisories(actor)} />
      <div className="grid gap-6">
        {gate ? (
          <GateCard gate={gate} />
        ) : (
          <Alert tone="info">
            Chưa tới {GATE_DAYS} ngày trước một đợt cao điểm. Danh sách dưới đây là tình hình lúc
            này.
          </Alert>
        )}
        <Card flush>
          {rows.length > 0 ? (
            <GateTable rows={rows} nameOwner={names ? nameOwnerAction : null} />
          ) : (
            <EmptyState title="Không còn lỗ hổng đang bị khai thác nào để ngỏ" />
          )}
        </Card>
        <Pagination
          previousHref={page > 1 ? link(page - 1) : undefined}
          nextHref={hasNext ? link(page + 1) : undefined}
        />
      </div>
    </>
  );
}
