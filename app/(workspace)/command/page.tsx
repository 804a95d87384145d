import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { NoticeList } from "@/components/notifications/notice-list";
import { CallNowList } from "@/components/overview/call-now-list";
import { DecisionList } from "@/components/overview/decision-list";
import { RecentPeriodList } from "@/components/overview/recent-period-list";
import { RunningDirectiveList } from "@/components/overview/running-directive-list";
import { ButtonLink } from "@/components/ui/button-link";
import { PageHeader } from "@/components/ui/page-header";
import { isDistrict, seesAll } from "@/lib/auth/actor";
import { requireActor } from "@/lib/auth/session";
import { listRecentPeriods } from "@/lib/directives/periodic/queries";
import { canDraftDirective } from "@/lib/directives/policy";
import { listNotices } from "@/lib/notifications/queries";
import {
  listDistrictDecisions,
  listRunningDirectives,
  listUnitsToCall,
} from "@/lib/overview/queries";
import { formatDay, formatWeekday, now } from "@/lib/time";
import { dismissNoticeAction } from "../notice-actions";

export const metadata: Metadata = { title: "Điều hành" };

export default async function CommandPage() {
  const actor = await requireActor();
  if (!seesAll(actor)) notFound();
  const [periods, notices, decisions, calls, running] = await Promise.all([
    listRecentPeriods(actor),
    listNotices(actor),
    listDistrictDecisions(actor),
    listUnitsToCall(actor),
    listRunningDirectives(actor),
  ]);

  return (
    <>
      <PageHeader eyebrow={`${formatWeekday(now())}, ${formatDay(now())}`} title="Điều hành">
        {canDraftDirective(actor) ? (
          <ButtonLink href="/directives/new" variant="primary">
            Soạn văn bản
          </ButtonLink>
        ) : null}
      </PageHeader>
      <div className="mb-6 empty:hidden">
        <NoticeList notices={notices} dismiss={dismissNoticeAction} />
      </div>
      <div className="grid items-start gap-6 xl:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <div className="grid gap-6">
          {isDistrict(actor) ? <DecisionList {...decisions} /> : null}
          <RunningDirectiveList directives={running} mayDraft={canDraftDirective(actor)} />
        </div>
        <div className="grid gap-6">
          <CallNowList {...calls} />
          <RecentPeriodList periods={periods} />
        </div>
      </div>
    </>
  );
}
