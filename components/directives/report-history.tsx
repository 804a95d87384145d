import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { FileChip } from "@/components/ui/file-chip";
import { reportKindLabels } from "@/lib/directives/assignments/labels";
import type { AssignmentView } from "@/lib/directives/assignments/queries";
import { formatSize } from "@/lib/files/rules";
import { formatInstant } from "@/lib/time";

const tones = { progress: "info", result: "success", nil: "neutral" } as const;

type Reports = AssignmentView["reports"];

/** Everything the unit has sent about one obligation, newest first. */
export function ReportHistory({ reports }: { reports: Reports }) {
  return (
    <Card title="Đã báo cáo" flush>
      {reports.length === 0 ? (
        <EmptyState title="Chưa có báo cáo nào">Báo cáo đầu tiên sẽ hiện ở đây.</EmptyState>
      ) : (
        <ReportList reports={reports} />
      )}
    </Card>
  );
}

export function ReportList({ reports }: { reports: Reports }) {
  return (
    <ol>
      {reports.map((report) => (
        <li
          key={report.id}
          className="grid grid-cols-[minmax(0,1fr)] gap-2 border-b border-line px-4 py-4 last:border-0 sm:px-5"
        >
          <p className="flex flex-wrap items-center gap-2 text-sm text-ink-muted">
            <Badge tone={tones[report.kind]}>{reportKindLabels[report.kind]}</Badge>
            {formatInstant(report.createdAt)} · {report.createdBy.fullName}
            {report.periodicReport ? ` · kỳ ${formatInstant(report.periodicReport.dueAt)}` : ""}
          </p>
          {report.text ? <p className="whitespace-pre-line">{report.text}</p> : null}
          {report.evidence.length > 0 ? (
            <ul className="flex flex-wrap gap-2">
              {report.evidence.map(({ file }) => (
                <li key={file.id} className="max-w-full">
                  <FileChip
                    href={`/api/files/${file.id}`}
                    name={file.name}
                    size={formatSize(file.size)}
                  />
                </li>
              ))}
            </ul>
          ) : null}
        </li>
      ))}
    </ol>
  );
}
