import { ButtonLink } from "@/components/ui/button-link";
import { DueText } from "@/components/ui/due-text";
import { quickReportLabels } from "@/lib/duty/quick-reports/labels";
import type { OwedQuickReport } from "@/lib/duty/quick-reports/queries";
import { formatDue, formatInstant } from "@/lib/time";

/** Rows of the list of things to do: the quick reports that the unit owes now. */
export function OwedReports({ reports }: { reports: OwedQuickReport[] }) {
  return reports.map((report) => (
    <li
      key={report.id}
      className="grid gap-x-6 gap-y-2 border-b border-line px-4 py-4 last:border-0 sm:grid-cols-[1fr_auto] sm:px-5"
    >
      <div className="min-w-0">
        <p className="text-sm text-ink-muted">{report.campaign.name} · báo cáo nhanh</p>
        <p className="font-medium">Báo cáo nhanh kỳ {formatInstant(report.dueAt)}</p>
      </div>
      <div className="flex flex-wrap items-center gap-3 sm:flex-col sm:items-end">
        <ButtonLink
          href={`/duty/reports/${report.id}`}
          variant="primary"
          aria-label={`Báo cáo nhanh kỳ ${formatInstant(report.dueAt)}`}
        >
          Báo cáo
        </ButtonLink>
        <DueText
          className="text-sm"
          text={formatDue(report.dueAt)}
          tone={quickReportLabels[report.state].tone}
          dateTime={report.dueAt.toISOString()}
          at={formatInstant(report.dueAt)}
        />
      </div>
    </li>
  ));
}
