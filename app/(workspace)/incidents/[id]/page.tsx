import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { z } from "zod";
import { CalleeList } from "@/components/incidents/callee-list";
import { CorrelationCard } from "@/components/incidents/correlation-card";
import { DrillBanner } from "@/components/incidents/drill-banner";
import { HandlingPanel } from "@/components/incidents/handling-panel";
import { IncidentBadges } from "@/components/incidents/incident-badges";
import { IncidentDeadlines } from "@/components/incidents/incident-deadlines";
import { IncidentEvidence } from "@/components/incidents/incident-evidence";
import { IncidentFacts } from "@/components/incidents/incident-facts";
import { IncidentIndicators } from "@/components/incidents/incident-indicators";
import { IncidentSystems } from "@/components/incidents/incident-systems";
import { IncidentTasks } from "@/components/incidents/incident-tasks";
import { IncidentTimeline } from "@/components/incidents/incident-timeline";
import { LinkedLog } from "@/components/incidents/linked-log";
import { OutcomeCard } from "@/components/incidents/outcome-card";
import { PacketCard } from "@/components/incidents/packet-card";
import { ReflexChecklist } from "@/components/incidents/reflex-checklist";
import { ReportSection } from "@/components/incidents/reports/report-section";
import { KeepFresh } from "@/components/live/keep-fresh";
import { PageHeader } from "@/components/ui/page-header";
import { requireActor } from "@/lib/auth/session";
import { listWhomToCall } from "@/lib/incidents/callees/queries";
import { findIncident, listCandidates, listLinkableLog } from "@/lib/incidents/detail/queries";
import { timelineOrderSchema } from "@/lib/incidents/entries/schema";
import { listMatches } from "@/lib/incidents/indicators/queries";
import { signLabels } from "@/lib/incidents/labels";
import { canTakePacket } from "@/lib/incidents/packet/policy";
import { canAddToIncident, canHandleIncident } from "@/lib/incidents/policy";
import { listWarnableUnits } from "@/lib/incidents/warnings/queries";
import { warnUnitsAction } from "../warnings/actions";
import * as actions from "./actions";

export const metadata: Metadata = { title: "Sự cố" };

export default async function IncidentPage({ params, searchParams }: PageProps<"/incidents/[id]">) {
  const actor = await requireActor();
  const id = z.uuid().safeParse((await params).id);
  const order = timelineOrderSchema.parse((await searchParams).order);
  const incident = id.success ? await findIncident(actor, id.data, order) : null;
  if (!incident) notFound();
  const [candidates, callees, matches, units, linkable] = await Promise.all([
    listCandidates(actor, incident),
    listWhomToCall(actor, incident.unitId),
    listMatches(actor, incident),
    listWarnableUnits(actor, incident),
    listLinkableLog(actor, incident),
  ]);
  // The card leads while the first hour runs; afterwards it stands below.
  const first = incident.state === "received" || incident.state === "verified";
  const card = <ReflexChecklist incident={incident} tick={actions.tickStepAction} />;

  return (
    <>
      <PageHeader
        title={signLabels[incident.sign].label}
        breadcrumb={[{ href: "/incidents", label: "Sự cố" }]}
        meta={<IncidentBadges incident={incident} />}
        description={incident.what}
      />
      {incident.drill ? <DrillBanner name={incident.drill.name} /> : null}
      <div className="grid items-start gap-6 xl:grid-cols-[minmax(0,1fr)_26rem]">
        <div className="grid min-w-0 gap-6">
          <HandlingPanel
            incident={incident}
            candidates={candidates}
            actions={{
              take: actions.takeIncidentAction,
              assign: actions.assignIncidentAction,
              classify: actions.classifyIncidentAction,
              move: actions.moveIncidentAction,
              escalate: actions.escalateIncidentAction,
              merge: actions.mergeIncidentAction,
            }}
          />
          <OutcomeCard incident={incident} />
          {first ? card : null}
          <IncidentTasks
            incident={incident}
            candidates={candidates}
            actions={{
              add: actions.addTaskAction,
              finish: actions.finishTaskAction,
              assign: actions.assignTaskAction,
            }}
          />
          <IncidentTimeline incident={incident} order={order} add={actions.addEntryAction} />
          {first ? null : card}
        </div>
        <div className="grid min-w-0 gap-6">
          {first ? <CalleeList callees={callees} /> : null}
          <IncidentDeadlines incident={incident} meet={actions.meetDeadlineAction} />
          <ReportSection
            incidentId={incident.id}
            reports={incident.reports}
            mayFile={canAddToIncident(actor, incident)}
          />
          <IncidentFacts incident={incident} />
          <IncidentSystems
            incident={incident}
            add={actions.addSystemAction}
            remove={actions.removeSystemAction}
          />
          <IncidentIndicators incident={incident} add={actions.addIndicatorsAction} />
          <CorrelationCard
            incident={incident}
            matches={matches}
            units={units}
            warn={warnUnitsAction}
          />
          <IncidentEvidence
            incident={incident}
            add={actions.addEvidenceAction}
            handOver={actions.handOverEvidenceAction}
          />
          <LinkedLog incident={incident} linkable={linkable} link={actions.linkLogAction} />
          <PacketCard
            incident={incident}
            requestId={randomUUID()}
            mayTake={canTakePacket(actor, incident)}
            mayRecord={canHandleIncident(actor, incident)}
            record={actions.recordReceiptAction}
          />
          {first ? null : <CalleeList callees={callees} />}
        </div>
      </div>
      <KeepFresh seconds={60} />
    </>
  );
}
