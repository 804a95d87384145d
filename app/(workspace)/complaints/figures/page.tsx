import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ComplaintTabs } from "@/components/complaints/complaint-tabs";
import { FigureCards } from "@/components/complaints/figure-cards";
import { FigureFilters } from "@/components/complaints/figure-filters";
import { PageHeader } from "@/components/ui/page-header";
import { requireActor } from "@/lib/auth/session";
import { findComplaintFigures } from "@/lib/complaints/figures/queries";
import { figureFilterSchema } from "@/lib/complaints/figures/schema";
import { findPart, listTelcos } from "@/lib/complaints/standing/queries";

export const metadata: Metadata = { title: "Số liệu phản ánh" };

export default async function FiguresPage({ searchParams }: PageProps<"/complaints/figures">) {
  const actor = await requireActor();
  const filter = figureFilterSchema.parse(await searchParams);
  const figures = await findComplaintFigures(actor, filter);
  if (!figures) notFound();
  const telcos = figures.above ? await listTelcos(actor) : null;
  return (
    <>
      <PageHeader
        title="Số liệu phản ánh"
        meta={figures.above ? undefined : actor.unitName}
        breadcrumb={[{ href: "/complaints", label: "Tin rác, lừa đảo" }]}
      />
      <ComplaintTabs current="figures" part={await findPart(actor)} />
      <div className="grid gap-6">
        <FigureFilters filter={filter} telcos={telcos} />
        <FigureCards figures={figures} filter={filter} />
      </div>
    </>
  );
}
