import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { TextLink } from "@/components/ui/text-link";
import { assignmentLabels, reportKindLabels } from "@/lib/directives/assignments/labels";
import { shorten } from "@/lib/directives/rules";
import type { FormerWorkRow } from "@/lib/directives/standing/queries";
import { formatCalendarDay } from "@/lib/organization/rules";
import { formatInstant } from "@/lib/time";

type Props = { directiveId: string; rows: FormerWorkRow[] };

/** What units did that ended and went on into this one: read here, judged no more. */
export function FormerWork({ directiveId, rows }: Props) {
  if (rows.length === 0) return null;
  return (
    <Card
      title={`Việc do đơn vị cũ làm (${rows.length})`}
      description="Của các đơn vị đã sáp nhập vào đơn vị này; giữ nguyên như khi bàn giao."
      flush
    >
      <ul>
        {rows.map((row) => (
          <FormerItem
            key={row.id}
            row={row}
            href={`/directives/${directiveId}/assignments/${row.id}`}
          />
        ))}
      </ul>
    </Card>
  );
}

function FormerItem({ row, href }: { row: FormerWorkRow; href: string }) {
  const { unit, last, obligation } = row;
  const { text, tone } = assignmentLabels[row.state];
  return (
    <li className="grid gap-1.5 border-b border-line px-4 py-4 last:border-0 sm:px-5">
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <span className="font-medium">{unit.name}</span>
        {unit.validTo ? (
          <span className="text-sm text-ink-muted">
            thôi hoạt động từ {formatCalendarDay(unit.validTo)}
          </span>
        ) : null}
        <Badge tone={tone}>{text}</Badge>
        {row.passedAt ? <Badge>Đã chuyển tiếp</Badge> : null}
      </p>
      <p className="text-sm text-ink-muted">{shorten(obligation.text, 140)}</p>
      {last ? (
        <>
          <p className="text-sm text-ink-muted">
            {reportKindLabels[last.kind]} · {formatInstant(last.createdAt)} ·{" "}
            {last.createdBy.fullName}
          </p>
          {last.text ? <p className="whitespace-pre-line">{shorten(last.text, 400)}</p> : null}
        </>
      ) : null}
      <p className="text-sm">
        <TextLink href={href} className="pointer-coarse:py-2.5">
          {row.reports > 0
            ? `Xem ${row.reports} báo cáo của ${unit.name}`
            : `Xem nhiệm vụ của ${unit.name}`}
        </TextLink>
      </p>
    </li>
  );
}
