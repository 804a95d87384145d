import { ReportList } from "@/components/directives/report-history";
import { Card } from "@/components/ui/card";
import { TextLink } from "@/components/ui/text-link";
import { documentNumber } from "@/lib/directives/labels";
import type { Continued } from "@/lib/directives/partners/queries";

/** What the unit did for this obligation under the directive that was replaced. */
export function ContinuedCard({ continued }: { continued: Continued }) {
  const { directive, reports } = continued;
  return (
    <Card
      title="Đã làm theo văn bản cũ"
      description={
        <TextLink href={`/directives/${directive.id}/assignments/${continued.id}`}>
          {documentNumber(directive)}, đã được thay thế
        </TextLink>
      }
      flush
    >
      {reports.length > 0 ? (
        <ReportList reports={reports} />
      ) : (
        <p className="px-4 py-4 text-ink-muted sm:px-5">Chưa có báo cáo nào theo văn bản cũ.</p>
      )}
    </Card>
  );
}
