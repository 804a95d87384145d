import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { DailyBuildForm, FinalBuildForm } from "@/components/reports/build-form";
import { SynthesisTable } from "@/components/reports/synthesis-table";
import { Card } from "@/components/ui/card";
import { FilterLinks } from "@/components/ui/filter-links";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination } from "@/components/ui/pagination";
import { requireActor } from "@/lib/auth/session";
import { canBuildSynthesis, canReadSyntheses } from "@/lib/reports/policy";
import { synthesisLabels } from "@/lib/reports/synthesis/labels";
import { listReportedCampaigns, listSyntheses } from "@/lib/reports/synthesis/queries";
import { synthesisFilterSchema, synthesisKinds } from "@/lib/reports/synthesis/schema";
import { buildSynthesisAction } from "./actions";

export const metadata: Metadata = { title: "Báo cáo gửi tỉnh" };

export default async function ReportsPage({ searchParams }: PageProps<"/reports">) {
  const actor = await requireActor();
  if (!canReadSyntheses(actor)) notFound();
  const filter = synthesisFilterSchema.parse(await searchParams);
  const [{ rows, hasNext }, campaigns] = await Promise.all([
    listSyntheses(actor, filter),
    listReportedCampaigns(actor),
  ]);
  const link = (page: number) =>
    `/reports?${new URLSearchParams({ ...(filter.kind ? { kind: filter.kind } : {}), page: String(page) })}`;

  return (
    <>
      <PageHeader
        title="Báo cáo gửi tỉnh"
        description="Số liệu tính từ việc đơn vị đã làm. Chữ sửa được đến khi ký."
      />
      <div className="grid items-start gap-6 xl:grid-cols-[minmax(0,1fr)_24rem]">
        <div className="grid min-w-0 gap-5">
          <FilterLinks
            label="Loại báo cáo"
            links={[
              { href: "/reports", label: "Tất cả", current: !filter.kind },
              ...synthesisKinds.map((kind) => ({
                href: `/reports?kind=${kind}`,
                label: synthesisLabels[kind],
                current: filter.kind === kind,
              })),
            ]}
          />
          <Card flush>
            <SynthesisTable rows={rows} />
          </Card>
          <Pagination
            previousHref={filter.page > 1 ? link(filter.page - 1) : undefined}
            nextHref={hasNext ? link(filter.page + 1) : undefined}
          />
        </div>
        {canBuildSynthesis(actor) && campaigns.length > 0 ? (
          <div className="grid gap-6">
            <Card title="Báo cáo kết quả đợt">
              <FinalBuildForm
                action={buildSynthesisAction}
                requestId={randomUUID()}
                campaigns={campaigns}
              />
            </Card>
            <Card title="Báo cáo nhanh hằng ngày">
              <DailyBuildForm
                action={buildSynthesisAction}
                requestId={randomUUID()}
                campaigns={campaigns}
              />
            </Card>
          </div>
        ) : null}
      </div>
    </>
  );
}
