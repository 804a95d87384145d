import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { z } from "zod";
import { DocumentLinks } from "@/components/documents/document-links";
import { OfficialPaper } from "@/components/documents/official-paper";
import { ButtonLink } from "@/components/ui/button-link";
import { PageHeader } from "@/components/ui/page-header";
import { PrintButton } from "@/components/ui/print-button";
import { requireActor } from "@/lib/auth/session";
import { findReportDocument } from "@/lib/incidents/reports/forms/queries";

export const metadata: Metadata = { title: "Báo cáo sự cố, bản in" };

const path = z.object({ id: z.uuid(), reportId: z.uuid() });

export default async function ReportPrintPage({
  params,
}: PageProps<"/incidents/[id]/reports/print/[reportId]">) {
  const actor = await requireActor();
  const asked = path.safeParse(await params);
  const paper = asked.success
    ? await findReportDocument(actor, {
        incidentId: asked.data.id,
        reportId: asked.data.reportId,
      })
    : null;
  if (!asked.success || !paper) notFound();

  const { id, reportId } = asked.data;
  return (
    <>
      <div className="print:hidden">
        <PageHeader
          title="Báo cáo sự cố, bản in"
          breadcrumb={[
            { href: "/incidents", label: "Sự cố" },
            { href: `/incidents/${id}`, label: "Hồ sơ sự cố" },
          ]}
          meta={paper.subject}
        >
          <ButtonLink href={`/incidents/${id}`}>Về hồ sơ sự cố</ButtonLink>
          <DocumentLinks address={`/api/incidents/${id}/reports/${reportId}`} />
          <PrintButton variant="primary" />
        </PageHeader>
      </div>
      <OfficialPaper document={paper} />
    </>
  );
}
