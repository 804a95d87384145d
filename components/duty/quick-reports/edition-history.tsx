import { Card } from "@/components/ui/card";
import type { QuickReportEdition } from "@/lib/duty/quick-reports/queries";
import { formatInstant } from "@/lib/time";

/** Every edition as it was sent: a correction never takes the place of what it corrects. */
export function EditionHistory({ editions }: { editions: QuickReportEdition[] }) {
  if (editions.length < 2) return null;
  return (
    <Card title="Các lần gửi" flush className="print:hidden">
      <ol>
        {editions.map((edition) => (
          <li
            key={edition.id}
            className="grid gap-1 border-b border-line px-4 py-3 last:border-0 sm:px-5"
          >
            <p className="font-medium">
              {edition.number === 1 ? "Báo cáo lần đầu" : `Đính chính lần ${edition.number - 1}`}
              <span className="ml-2 text-sm font-normal text-ink-muted">
                {formatInstant(edition.at)}, {edition.writtenBy}
              </span>
            </p>
            {edition.reason ? <p className="text-sm">Lý do: {edition.reason}</p> : null}
            <p className="text-sm break-words whitespace-pre-line text-ink-muted">
              {edition.nil ? "Không phát sinh." : edition.situation}
            </p>
          </li>
        ))}
      </ol>
    </Card>
  );
}
