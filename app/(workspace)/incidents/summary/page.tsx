import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { DocumentLinks } from "@/components/documents/document-links";
import { OfficialPaper } from "@/components/documents/official-paper";
import { FilterLinks } from "@/components/ui/filter-links";
import { PageHeader } from "@/components/ui/page-header";
import { PrintButton } from "@/components/ui/print-button";
import { requireActor } from "@/lib/auth/session";
import { findIncidentSummary } from "@/lib/incidents/reports/summary/queries";
import { halfYears, summaryQuerySchema } from "@/lib/incidents/reports/summary/schema";

export const metadata: Metadata = { title: "Tổng hợp sự cố (Mẫu 05)" };

export default async function IncidentSummaryPage({
  searchParams,
}: PageProps<"/incidents/summary">) {
  const actor = await requireActor();
  const periods = halfYears();
  const [running] = periods;
  const asked = summaryQuerySchema.safeParse(await searchParams);
  const query = asked.success ? asked.data : running;
  const paper = query ? await findIncidentSummary(actor, query) : null;
  if (!query || !paper) notFound();

  const search = `?from=${query.from}&to=${query.to}`;
  return (
    <>
      <div className="print:hidden">
        <PageHeader
          title="Tổng hợp sự cố (Mẫu 05)"
          breadcrumb={[{ href: "/incidents", label: "Sự cố" }]}
          description="Gửi trước 20/6 và trước 15/12 theo Thông tư 20/2017. Không tính diễn tập; cột chưa có số liệu để ghi tay."
        >
          <DocumentLinks address="/api/incidents/summary" query={search} />
          <PrintButton variant="primary" />
        </PageHeader>
        <div className="mb-6">
          <FilterLinks
            label="Kỳ báo cáo"
            links={periods.map(({ from, to, label }) => ({
              href: `/incidents/summary?from=${from}&to=${to}`,
              label,
              current: from === query.from && to === query.to,
            }))}
          />
        </div>
      </div>
      <OfficialPaper document={paper} />
    </>
  );
}
