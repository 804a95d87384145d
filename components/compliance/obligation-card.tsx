import { Card } from "@/components/ui/card";
import { TextLink } from "@/components/ui/text-link";
import type { AssignmentLine } from "@/lib/compliance/units/queries";
import { SinceText } from "./since-text";
import { VerdictBadge } from "./verdict-badge";

/** On a unit's own obligation: what its work comes to, so that it knows what the district sees. */
export function ObligationCard({ lines }: { lines: AssignmentLine[] }) {
  if (lines.length === 0) return null;
  return (
    <Card
      title="Mức thực hiện"
      description="Đo từ việc đang làm, không phải khai. Huyện thấy đúng như thế này."
      flush
    >
      <ul>
        {lines.map((line) => (
          <li
            key={line.measure}
            className="grid gap-1 border-b border-line px-4 py-3 last:border-0 sm:px-5"
          >
            <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
              <span className="font-medium">{line.label}</span>
              <VerdictBadge verdict={line.verdict} />
              <SinceText since={line.since} verdict={line.verdict} />
            </p>
            <p>
              {line.rowsHref ? <TextLink href={line.rowsHref}>{line.says}</TextLink> : line.says}
            </p>
            <p className="text-sm text-ink-muted">
              {line.byHand ? "Đơn vị tự báo cáo. " : ""}
              {line.asks}
            </p>
          </li>
        ))}
      </ul>
    </Card>
  );
}
