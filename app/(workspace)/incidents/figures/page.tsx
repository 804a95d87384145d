import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { FigureTables } from "@/components/incidents/figure-tables";
import { IncidentTabs } from "@/components/incidents/incident-tabs";
import { DateTimeField } from "@/components/ui/date-time-field";
import { FilterBar } from "@/components/ui/filter-bar";
import { PageHeader } from "@/components/ui/page-header";
import { requireActor } from "@/lib/auth/session";
import { summariseIncidents } from "@/lib/incidents/figures/queries";
import { figuresFilterSchema } from "@/lib/incidents/figures/schema";
import { tabsFor } from "@/lib/incidents/policy";
import { parseLocal } from "@/lib/time";

export const metadata: Metadata = { title: "Số liệu sự cố" };

export default async function FiguresPage({ searchParams }: PageProps<"/incidents/figures">) {
  const actor = await requireActor();
  const filter = figuresFilterSchema.parse(await searchParams);
  const figures = await summariseIncidents(actor, filter);
  if (!figures) notFound();

  return (
    <>
      <PageHeader
        title="Số liệu sự cố"
        description="Sự cố thật báo trong kỳ; không tính diễn tập, việc không phải sự cố và việc đã gộp."
      />
      <IncidentTabs current="figures" tabs={tabsFor(actor)} />
      <div className="grid gap-6">
        <FilterBar action="/incidents/figures" submitLabel="Xem kỳ">
          <DateTimeField
            label="Từ ngày"
            name="from"
            precision="day"
            defaultValue={parseLocal(figures.from)}
          />
          <DateTimeField
            label="Đến ngày"
            name="to"
            precision="day"
            defaultValue={parseLocal(figures.to)}
          />
        </FilterBar>
        <FigureTables figures={figures} />
      </div>
    </>
  );
}
