import { ActionForm } from "@/components/ui/action-form";
import { ButtonLink } from "@/components/ui/button-link";
import { DueText } from "@/components/ui/due-text";
import { SubmitButton } from "@/components/ui/submit-button";
import { quickReportLabels } from "@/lib/duty/quick-reports/labels";
import type { OwedQuickReport } from "@/lib/duty/quick-reports/queries";
import type { FormAction } from "@/lib/form-state";
import { formatDue, formatInstant } from "@/lib/time";

type Props = { reports: OwedQuickReport[]; file: FormAction };

/** Rows of the list of things to do: the quick reports that the unit owes now. */
export function OwedReports({ reports, file }: Props) {
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
        <div className="flex flex-wrap gap-2 sm:justify-end">
          {/* The first edition may carry the report's own id: however often it is pressed, it is one. */}
          <ActionForm
            action={file}
            hidden={{ reportId: report.id, requestId: report.id, edition: "0", kind: "nil" }}
            className="gap-2"
          >
            <SubmitButton aria-label={`Không phát sinh, kỳ ${formatInstant(report.dueAt)}`}>
              Không phát sinh
            </SubmitButton>
          </ActionForm>
          <ButtonLink
            href={`/duty/reports/${report.id}`}
            aria-label={`Báo cáo nhanh kỳ ${formatInstant(report.dueAt)}`}
          >
            Báo cáo
          </ButtonLink>
        </div>
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
