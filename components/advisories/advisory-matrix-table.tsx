import { Badge } from "@/components/ui/badge";
import { Table, Td, Th, Tr } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import { handlingTimeliness } from "@/lib/advisories/handling/rules";
import { handlingLabels } from "@/lib/advisories/labels";
import type { AdvisoryMatrix, MatrixCell } from "@/lib/advisories/matrix/queries";
import { formatDay } from "@/lib/time";

export function AdvisoryMatrixTable({ matrix, at }: { matrix: AdvisoryMatrix; at: Date }) {
  return (
    <Table caption="Ma trận cảnh báo và đơn vị" layout="scroll">
      <thead>
        <tr>
          <Th pinned className="min-w-44 sm:min-w-56">
            Đơn vị
          </Th>
          {matrix.columns.map((column) => (
            <Th key={column.id} className="max-w-52 min-w-36">
              <TextLink href={`/advisories/${column.id}`} className="line-clamp-2 font-semibold">
                {column.number || column.subject}
              </TextLink>
              <span className="line-clamp-2 font-normal">{column.subject}</span>
              <span className="block font-normal">
                {column.exploited ? "Đang bị khai thác · " : ""}hạn {formatDay(column.dueAt)}
              </span>
            </Th>
          ))}
        </tr>
      </thead>
      <tbody>
        {matrix.rows.map((row) => (
          <Tr key={row.id}>
            <Th scope="row" pinned>
              {row.name}
            </Th>
            {row.cells.map((cell, index) => (
              <Td key={matrix.columns[index]?.id}>
                {cell ? <Cell cell={cell} unit={row.name} at={at} /> : "–"}
              </Td>
            ))}
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}

function Cell({ cell, unit, at }: { cell: MatrixCell; unit: string; at: Date }) {
  const { text, tone } = handlingLabels[cell.state];
  const late = handlingTimeliness(cell, at) === "late";
  return (
    <TextLink
      href={`/advisories/${cell.advisoryId}/units/${cell.unitId}`}
      aria-label={`${unit}: ${text}${late ? ", quá hạn" : ""}`}
      className="grid gap-0.5 pointer-coarse:py-1.5"
    >
      <Badge tone={late ? "danger" : tone}>{text}</Badge>
      {late ? <span className="text-xs text-danger-ink">Quá hạn</span> : null}
      {cell.affected ? (
        <span className="text-xs text-ink-muted">
          {cell.handled}/{cell.affected} máy
        </span>
      ) : null}
    </TextLink>
  );
}
