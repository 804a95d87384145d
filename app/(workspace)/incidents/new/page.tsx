import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { CalleeList } from "@/components/incidents/callee-list";
import { DrillBanner } from "@/components/incidents/drill-banner";
import { ReportForm } from "@/components/incidents/report-form";
import { PageHeader } from "@/components/ui/page-header";
import { requireActor } from "@/lib/auth/session";
import { listWhomToCall } from "@/lib/incidents/callees/queries";
import { reportFromSchema } from "@/lib/incidents/entries/schema";
import { canReportForUnits, canReportIncident } from "@/lib/incidents/policy";
import { findReportStart } from "@/lib/incidents/starting/queries";
import { now } from "@/lib/time";
import { reportIncidentAction } from "../actions";

export const metadata: Metadata = { title: "Báo cáo sự cố" };

export default async function NewIncidentPage({ searchParams }: PageProps<"/incidents/new">) {
  const actor = await requireActor();
  if (!canReportIncident(actor)) notFound();
  const from = reportFromSchema.parse(await searchParams);
  const [start, callees] = await Promise.all([findReportStart(actor, from), listWhomToCall(actor)]);
  if (!start) notFound();

  return (
    <>
      <PageHeader
        title="Báo cáo sự cố"
        breadcrumb={[{ href: "/incidents", label: "Sự cố" }]}
        description="Ba câu hỏi. Không chắc cũng cứ báo: huyện và Công an được báo ngay khi gửi."
      />
      {start.inject ? <DrillBanner name={start.inject.drillName} /> : null}
      <div className="grid items-start gap-6 xl:grid-cols-[minmax(0,1fr)_24rem]">
        <ReportForm
          incidentId={randomUUID()}
          start={start}
          at={now()}
          forUnits={canReportForUnits(actor)}
          action={reportIncidentAction}
        />
        <CalleeList callees={callees} />
      </div>
    </>
  );
}
