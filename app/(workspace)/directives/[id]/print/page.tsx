import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { z } from "zod";
import { DocumentLinks } from "@/components/documents/document-links";
import { OfficialPaper } from "@/components/documents/official-paper";
import { PageHeader } from "@/components/ui/page-header";
import { PrintButton } from "@/components/ui/print-button";
import { requireActor } from "@/lib/auth/session";
import { documentNumber } from "@/lib/directives/labels";
import { paperLabels } from "@/lib/directives/paper/labels";
import { findDirectivePaper } from "@/lib/directives/paper/queries";
import { paperQuerySchema } from "@/lib/directives/paper/schema";
import { findDirective } from "@/lib/directives/queries";

export const metadata: Metadata = { title: "Văn bản, bản in" };

export default async function DirectivePrintPage({
  params,
  searchParams,
}: PageProps<"/directives/[id]/print">) {
  const actor = await requireActor();
  const id = z.uuid().safeParse((await params).id);
  const query = paperQuerySchema.safeParse(await searchParams);
  const directive = id.success ? await findDirective(actor, id.data) : null;
  const paper =
    directive && query.success
      ? await findDirectivePaper(actor, directive.id, query.data.kind)
      : null;
  if (!directive || !paper || !query.success) notFound();

  const { kind } = query.data;
  return (
    <>
      <div className="print:hidden">
        <PageHeader
          title={`${paperLabels[kind]}, bản in`}
          breadcrumb={[
            { href: "/directives", label: "Văn bản chỉ đạo" },
            { href: `/directives/${directive.id}`, label: documentNumber(directive) },
          ]}
        >
          <DocumentLinks
            address={`/api/directives/${directive.id}/document`}
            query={`?kind=${kind}`}
          />
          <PrintButton variant="primary" />
        </PageHeader>
      </div>
      <OfficialPaper document={paper} />
    </>
  );
}
