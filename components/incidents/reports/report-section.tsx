import { DocumentLinks } from "@/components/documents/document-links";
import { ButtonLink } from "@/components/ui/button-link";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { reportLabel, reportLabels } from "@/lib/incidents/reports/labels";
import { reportKinds } from "@/lib/incidents/reports/schema";
import { formatInstant } from "@/lib/time";

type Sent = { id: string; kind: string; reference: string; at: Date; byName: string };
type Props = { incidentId: string; reports: Sent[]; mayFile: boolean };

/** The statutory reports of a case: those that were sent, and the forms for the next. */
export function ReportSection({ incidentId, reports, mayFile }: Props) {
  const page = `/incidents/${incidentId}/reports`;
  return (
    <Card
      title="Báo cáo theo mẫu"
      description="Điền sẵn từ hồ sơ, in .docx hoặc .pdf để ký, gửi đi."
      id="reports"
    >
      {reports.length === 0 ? <EmptyState title="Chưa lập báo cáo nào" /> : null}
      <ul className="grid gap-4">
        {reports.map((report) => (
          <li key={report.id} className="grid gap-2 border-b border-line pb-4 last:border-0">
            <p>
              <span className="font-medium">{reportLabel(report.kind)}</span>
              {report.reference ? `, số ${report.reference}` : ""}
            </p>
            <p className="text-sm text-ink-muted">
              {report.byName} lập {formatInstant(report.at)}
            </p>
            <div className="flex flex-wrap gap-2">
              <DocumentLinks
                address={`/api/incidents/${incidentId}/reports/${report.id}`}
                print={`${page}/print/${report.id}`}
                of={`${reportLabel(report.kind)} ${formatInstant(report.at)}`}
              />
            </div>
          </li>
        ))}
      </ul>
      {mayFile ? (
        <div className="mt-4 grid gap-2">
          <h3 className="text-sm font-medium text-ink-muted">Lập báo cáo mới</h3>
          <div className="flex flex-wrap gap-2">
            {reportKinds.map((kind) => (
              <ButtonLink key={kind} href={`${page}/${kind}`} size="sm">
                {reportLabels[kind]}
              </ButtonLink>
            ))}
          </div>
        </div>
      ) : null}
    </Card>
  );
}
