import { GateCard } from "@/components/advisories/gate-card";
import { WaitingCard } from "@/components/advisories/waiting-card";
import { InfrastructureCard } from "@/components/complaints/infrastructure-card";
import { DutyNowCard } from "@/components/duty/duty-now-card";
import { DueTimeList } from "@/components/duty/quick-reports/due-time-list";
import { WatchAlarm } from "@/components/duty/watch-alarm";
import { FigureCounts } from "@/components/incidents/figure-counts";
import { IncidentHome } from "@/components/incidents/incident-home";
import { NoticeList } from "@/components/notifications/notice-list";
import { CallNowList } from "@/components/overview/call-now-list";
import { DecisionList } from "@/components/overview/decision-list";
import { RecentPeriodList } from "@/components/overview/recent-period-list";
import { RunningDirectiveList } from "@/components/overview/running-directive-list";
import { PhoneFold } from "@/components/ui/phone-fold";
import { type Actor, isDistrict } from "@/lib/auth/actor";
import type { Picture } from "@/lib/compliance/queries";
import { canDraftDirective } from "@/lib/directives/policy";
import { acknowledgeWarningAction } from "../incidents/warnings/actions";
import { dismissNoticeAction } from "../notice-actions";
import type { Now } from "./now";
import { ComplaintDays } from "./picture-body";

type Props = { actor: Actor; now: Now; picture: Picture | null };

/** Everything that is on this minute, beside the measured picture. */
export function NowBody({ actor, now, picture }: Props) {
  return (
    <div className="grid grid-cols-1 items-start gap-6 xl:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
      <div className="grid gap-6 max-xl:contents">
        <section aria-label="Sự cố" className="grid gap-6">
          <div className="max-sm:hidden">
            <FigureCounts totals={now.incidentTotals} />
          </div>
          <IncidentHome home={now.incidents} acknowledgeWarning={acknowledgeWarningAction} />
        </section>
        {isDistrict(actor) ? (
          <div id="cho-quyet-dinh" className="scroll-mt-20">
            <DecisionList {...now.decisions} />
          </div>
        ) : null}
        <PhoneFold
          title="Văn bản và phản ánh"
          note={`${now.running.length} văn bản đang thực hiện`}
        >
          <RunningDirectiveList directives={now.running} mayDraft={canDraftDirective(actor)} />
          {picture ? <ComplaintDays days={picture.days} day={picture.day} /> : null}
        </PhoneFold>
        <div className="max-xl:order-last">
          <PhoneFold
            title="Thông báo, báo cáo định kỳ"
            note={`${now.notices.length} thông báo mới`}
          >
            <NoticeList notices={now.notices} dismiss={dismissNoticeAction} />
            <RecentPeriodList periods={now.periods} />
          </PhoneFold>
        </div>
      </div>
      <div className="grid gap-6 max-xl:contents">
        <PhoneFold title="Trực và gọi điện" note={watchNote(now)}>
          <WatchAlarm summary={now.watch} />
          <DutyNowCard summary={now.watch} />
          <CallNowList {...now.calls} />
        </PhoneFold>
        <PhoneFold title="Cảnh báo, báo cáo nhanh, hạ tầng" note={otherNote(now)}>
          <GateCard gate={now.gate} />
          <WaitingCard totals={now.waiting} />
          <DueTimeList times={now.quickReports} />
          <InfrastructureCard rows={now.networks} outages={now.outages} />
        </PhoneFold>
      </div>
    </div>
  );
}

function watchNote({ watch, calls }: Now) {
  const missing = watch.nobody + watch.untaken;
  const late = calls.units.length + calls.more;
  const parts = [
    missing > 0 ? `${missing} đơn vị thiếu người trực` : "",
    late > 0 ? `${late} đơn vị cần gọi` : "",
  ].filter(Boolean);
  return parts.join(", ") || "Đủ người trực, không ai cần gọi";
}

function otherNote({ gate, outages }: Now) {
  const parts = [
    gate && gate.unanswered > 0 ? `${gate.unanswered} lỗ hổng chưa ai nhận` : "",
    outages.length > 0 ? `${outages.length} nơi mất liên lạc` : "",
  ].filter(Boolean);
  return parts.join(", ") || undefined;
}
