import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { GateCard } from "@/components/advisories/gate-card";
import { WaitingCard } from "@/components/advisories/waiting-card";
import { InfrastructureCard } from "@/components/complaints/infrastructure-card";
import { DueTimeList } from "@/components/duty/quick-reports/due-time-list";
import { WatchAlarm } from "@/components/duty/watch-alarm";
import { FigureCounts } from "@/components/incidents/figure-counts";
import { IncidentHome } from "@/components/incidents/incident-home";
import { NoticeList } from "@/components/notifications/notice-list";
import { NoticesLink } from "@/components/notifications/notices-link";
import { CallNowList } from "@/components/overview/call-now-list";
import { DecisionList } from "@/components/overview/decision-list";
import { RecentPeriodList } from "@/components/overview/recent-period-list";
import { RunningDirectiveList } from "@/components/overview/running-directive-list";
import { ButtonLink } from "@/components/ui/button-link";
import { PageHeader } from "@/components/ui/page-header";
import { findGate } from "@/lib/advisories/gate/queries";
import { summariseAdvisories } from "@/lib/advisories/queries";
import { isDistrict, seesAll } from "@/lib/auth/actor";
import { requireActor } from "@/lib/auth/session";
import { listRecentPeriods } from "@/lib/directives/periodic/queries";
import { canDraftDirective } from "@/lib/directives/policy";
import { summariseDutyNow } from "@/lib/duty/coverage/now/queries";
import { listRecentDueTimes } from "@/lib/duty/quick-reports/overview/queries";
import { findIncidentHome } from "@/lib/incidents/home/queries";
import { canReportIncident } from "@/lib/incidents/policy";
import { summariseOpenIncidents } from "@/lib/incidents/queries";
import { listInfrastructure, listOutages } from "@/lib/infrastructure/queries";
import type { NoticeKind } from "@/lib/notifications/labels";
import { listNews } from "@/lib/notifications/queries";
import {
  listDistrictDecisions,
  listRunningDirectives,
  listUnitsToCall,
} from "@/lib/overview/queries";
import { formatDay, formatWeekday, now } from "@/lib/time";
import { acknowledgeWarningAction } from "../incidents/warnings/actions";
import { dismissNoticeAction } from "../notice-actions";

export const metadata: Metadata = { title: "Điều hành" };

/** What units ask for stands among the decisions until it is answered. */
const waitsForDecision: NoticeKind[] = ["directive.return", "extension.ask", "question.ask"];

export default async function CommandPage() {
  const actor = await requireActor();
  if (!seesAll(actor)) notFound();
  const [
    periods,
    watch,
    quickReports,
    notices,
    decisions,
    calls,
    running,
    gate,
    waiting,
    incidents,
    incidentTotals,
    networks,
    outages,
  ] = await Promise.all([
    listRecentPeriods(actor),
    summariseDutyNow(actor),
    listRecentDueTimes(actor),
    listNews(actor, isDistrict(actor) ? waitsForDecision : []),
    listDistrictDecisions(actor),
    listUnitsToCall(actor),
    listRunningDirectives(actor),
    findGate(actor),
    summariseAdvisories(actor),
    findIncidentHome(actor),
    summariseOpenIncidents(actor),
    listInfrastructure(actor),
    listOutages(actor, { open: true }),
  ]);

  return (
    <>
      <PageHeader eyebrow={`${formatWeekday(now())}, ${formatDay(now())}`} title="Điều hành">
        <NoticesLink count={notices.length} />
        <ButtonLink href="/command/wall" className="max-sm:hidden">
          Màn hình lớn
        </ButtonLink>
        {canReportIncident(actor) ? (
          <ButtonLink href="/incidents/new" variant="danger">
            Báo cáo sự cố
          </ButtonLink>
        ) : null}
        {canDraftDirective(actor) ? (
          <ButtonLink href="/directives/new" variant="primary">
            Soạn văn bản
          </ButtonLink>
        ) : null}
      </PageHeader>
      <div className="grid items-start gap-6 xl:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <div className="grid gap-6">
          <section aria-label="Sự cố" className="grid gap-6">
            <FigureCounts totals={incidentTotals} />
            <IncidentHome home={incidents} acknowledgeWarning={acknowledgeWarningAction} />
          </section>
          {isDistrict(actor) ? <DecisionList {...decisions} /> : null}
          <RunningDirectiveList directives={running} mayDraft={canDraftDirective(actor)} />
        </div>
        <div className="grid gap-6">
          <GateCard gate={gate} />
          <WatchAlarm summary={watch} />
          <WaitingCard totals={waiting} />
          <CallNowList {...calls} />
          <DueTimeList times={quickReports} />
          <InfrastructureCard rows={networks} outages={outages} />
          <NoticeList notices={notices} dismiss={dismissNoticeAction} />
          <RecentPeriodList periods={periods} />
        </div>
      </div>
    </>
  );
}
