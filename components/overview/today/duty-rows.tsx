import { minuteWords, spanWords } from "@/components/duty/span-text";
import { ActionButton } from "@/components/ui/action-button";
import { ActionForm } from "@/components/ui/action-form";
import { ButtonLink } from "@/components/ui/button-link";
import { ArrowLeftRight, CalendarDays, ClipboardCheck, NotebookPen } from "@/components/ui/icons";
import { SubmitButton } from "@/components/ui/submit-button";
import { postLabels } from "@/lib/duty/labels";
import { quickReportLabels } from "@/lib/duty/quick-reports/labels";
import type { OwedQuickReport } from "@/lib/duty/quick-reports/queries";
import type { RosterTask } from "@/lib/duty/rosters/queries";
import type { HandoverToSign } from "@/lib/duty/shifts/queries";
import type { OpenSwap } from "@/lib/duty/swaps/queries";
import type { FormAction } from "@/lib/form-state";
import { formatInstant, now } from "@/lib/time";
import { TodayRow } from "./today-row";

export function QuickReportRow({ report, file }: { report: OwedQuickReport; file: FormAction }) {
  const at = formatInstant(report.dueAt);
  return (
    <TodayRow
      icon={NotebookPen}
      context={`Báo cáo nhanh · ${report.campaign.name}`}
      title={`Báo cáo nhanh kỳ ${at}`}
      actions={
        <>
          {/* The first edition may carry the report's own id: however often it is pressed, it is one. */}
          <ActionForm
            action={file}
            hidden={{ reportId: report.id, requestId: report.id, edition: "0", kind: "nil" }}
            className="gap-2"
          >
            <SubmitButton aria-label={`Không phát sinh, kỳ ${at}`}>Không phát sinh</SubmitButton>
          </ActionForm>
          <ButtonLink href={`/duty/reports/${report.id}`} aria-label={`Báo cáo nhanh kỳ ${at}`}>
            Báo cáo
          </ButtonLink>
        </>
      }
      dueAt={report.dueAt}
      tone={quickReportLabels[report.state].tone}
    />
  );
}

/** What a roster still lacks before, or while, its campaign runs. */
export function RosterRow({ roster }: { roster: RosterTask }) {
  const { campaignId, campaignName, rosterId, state, gapMinutes, startsAt } = roster;
  const gap = gapMinutes > 0 ? `còn ${minuteWords(gapMinutes)} chưa có người` : "";
  const lacks = state === "published" ? [gap] : ["chưa công bố", gap];
  return (
    <TodayRow
      icon={CalendarDays}
      context={`Lịch trực · ${campaignName}`}
      title={
        state === null
          ? `Chưa lập lịch trực ${campaignName}`
          : `Lịch trực ${campaignName} ${lacks.filter(Boolean).join(", ")}`
      }
      actions={
        <ButtonLink
          href={rosterId ? `/duty/rosters/${rosterId}` : `/duty/rosters/new?campaign=${campaignId}`}
        >
          {rosterId ? "Mở lịch trực" : "Lập lịch trực"}
        </ButtonLink>
      }
      dueAt={startsAt}
      tone={startsAt < now() ? "danger" : "warning"}
    />
  );
}

/** The points are read where it is signed. */
export function HandoverRow({ handover: { shift, writtenAt } }: { handover: HandoverToSign }) {
  return (
    <TodayRow
      icon={ClipboardCheck}
      context={`Ca trực · ${postLabels[shift.post]}`}
      title={`${shift.person.name} giao ca ${spanWords(shift)}`}
      actions={
        <ButtonLink href="/duty" variant="primary">
          Ký nhận
        </ButtonLink>
      }
      since={`ghi ${formatInstant(writtenAt)}`}
    />
  );
}

type SwapActions = Record<"consentSwap" | "approveSwap", FormAction>;

export function SwapRow({ swap, actions }: { swap: OpenSwap; actions: SwapActions }) {
  const { id, shift, otherShift, fromPerson, toPerson, reason, may } = swap;
  return (
    <TodayRow
      icon={ArrowLeftRight}
      context={`Đổi ca · ${postLabels[shift.post]}`}
      title={`${fromPerson.name} xin ${toPerson.name} trực thay ${spanWords(shift)}`}
      note={[...(otherShift ? [`Đổi lại: ${spanWords(otherShift)}.`] : []), reason].join(" ")}
      actions={
        <>
          {may.consent ? (
            <ActionButton action={actions.consentSwap} fields={{ swapId: id }} variant="primary">
              Đồng ý đổi ca
            </ActionButton>
          ) : (
            <ActionButton action={actions.approveSwap} fields={{ swapId: id }} variant="primary">
              Duyệt đổi ca
            </ActionButton>
          )}
          <ButtonLink href="/duty" aria-label={`Xem đơn xin đổi ca của ${fromPerson.name}`}>
            Xem
          </ButtonLink>
        </>
      }
      dueAt={shift.startsAt}
    />
  );
}
