import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { z } from "zod";
import { DocumentLinks } from "@/components/documents/document-links";
import { OfficialPaper } from "@/components/documents/official-paper";
import { PageHeader } from "@/components/ui/page-header";
import { PrintButton } from "@/components/ui/print-button";
import { requireActor } from "@/lib/auth/session";
import { findSynthesisDocument } from "@/lib/reports/synthesis/queries";

export const metadata: Metadata = { title: "Báo cáo, bản in" };

export default async function SynthesisPrintPage({ params }: PageProps<"/reports/[id]/print">) {
  const actor = await requireActor();
  const id = z.uuid().safeParse((await params).id);
  const paper = id.success ? await findSynthesisDocument(actor, id.data) : null;
  if (!id.success || !paper) notFound();
  return (
    <>
      <div className="print:hidden">
        <PageHeader
          title="Báo cáo, bản in"
          breadcrumb={[
            { href: "/reports", label: "Báo cáo gửi tỉnh" },
            { href: `/reports/${id.data}`, label: paper.title },
          ]}
        >
          <DocumentLinks address={`/api/reports/${id.data}/document`} />
          <PrintButton variant="primary" />
        </PageHeader>
      </div>
      <OfficialPaper document={paper} />
    </>
  );
}
