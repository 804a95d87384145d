import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { z } from "zod";
import { DocumentLinks } from "@/components/documents/document-links";
import { OfficialPaper } from "@/components/documents/official-paper";
import { PageHeader } from "@/components/ui/page-header";
import { PrintButton } from "@/components/ui/print-button";
import { requireActor } from "@/lib/auth/session";
import { periodDocument } from "@/lib/complaints/reports/paper/rules";
import { findPeriodReport } from "@/lib/complaints/reports/queries";

export const metadata: Metadata = { title: "Báo cáo kỳ, bản in" };

export default async function PeriodReportPrintPage({
  params,
}: PageProps<"/complaints/periods/reports/[id]/print">) {
  const actor = await requireActor();
  const id = z.uuid().safeParse((await params).id);
  const report = id.success ? await findPeriodReport(actor, id.data) : null;
  const paper = report && periodDocument(report);
  if (!report || !paper) notFound();
  return (
    <>
      <div className="print:hidden">
        <PageHeader
          title="Báo cáo kỳ, bản in"
          breadcrumb={[
            { href: "/complaints", label: "Phản ánh" },
            { href: `/complaints/periods/reports/${report.id}`, label: report.period.name },
          ]}
          meta={report.telco.name}
        >
          <DocumentLinks address={`/api/complaints/reports/${report.id}`} />
          <PrintButton variant="primary" />
        </PageHeader>
      </div>
      <OfficialPaper document={paper} />
    </>
  );
}
