import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { z } from "zod";
import { DocumentLinks } from "@/components/documents/document-links";
import { OfficialPaper } from "@/components/documents/official-paper";
import { ButtonLink } from "@/components/ui/button-link";
import { PageHeader } from "@/components/ui/page-header";
import { PrintButton } from "@/components/ui/print-button";
import { requireActor } from "@/lib/auth/session";
import { rosterDocument } from "@/lib/duty/rosters/paper/rules";
import { findRoster } from "@/lib/duty/rosters/queries";

export const metadata: Metadata = { title: "Lịch trực, bản in" };

export default async function RosterPrintPage({ params }: PageProps<"/duty/rosters/[id]/print">) {
  const actor = await requireActor();
  const id = z.uuid().safeParse((await params).id);
  const roster = id.success ? await findRoster(actor, id.data) : null;
  if (!roster) notFound();
  return (
    <>
      <div className="print:hidden">
        <PageHeader
          title="Lịch trực, bản in"
          breadcrumb={[
            { href: "/duty", label: "Trực" },
            { href: `/duty/rosters/${roster.id}`, label: `Lịch trực ${roster.campaign.name}` },
          ]}
          meta={roster.unit.name}
        >
          <DocumentLinks address={`/api/duty/rosters/${roster.id}/document`} />
          <ButtonLink href={`/api/duty/rosters/${roster.id}`} download>
            Tải Excel
          </ButtonLink>
          <PrintButton variant="primary" />
        </PageHeader>
      </div>
      <OfficialPaper document={rosterDocument(roster)} />
    </>
  );
}
