import { Badge } from "@/components/ui/badge";
import { Table, Td, Th, Tr } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import { advisoryName } from "@/lib/advisories/labels";
import { kindLabels as complaintKinds, sourceWords } from "@/lib/complaints/labels";
import { complaintCode } from "@/lib/complaints/rules";
import { figureColumns, figureTitles } from "@/lib/compliance/figures/labels";
import type { FigureRow } from "@/lib/compliance/figures/rows/queries";
import type { ListedFigure } from "@/lib/compliance/figures/schema";
import { kindLabels as incidentKinds, severityLabels } from "@/lib/incidents/labels";
import { caseCode } from "@/lib/incidents/rules";
import { formatInstant } from "@/lib/time";

/** What one figure counted, each row with whose it is and since when. */
export function FigureTable({ figure, rows }: { figure: ListedFigure; rows: FigureRow[] }) {
  const [what, whose, since] = figureColumns[figure];
  return (
    <Table caption={figureTitles[figure]}>
      <thead>
        <tr>
          <Th>{what}</Th>
          <Th className="w-72">{whose}</Th>
          <Th className="w-48">{since}</Th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Tr key={`${row.id}:${row.unitId}`}>
            <Th scope="row">
              <What row={row} />
            </Th>
            <Td label={whose}>
              <TextLink href={`/command/units/${row.unitId}`}>{row.unit}</TextLink>
            </Td>
            <Td label={since}>{row.since ? formatInstant(row.since) : "–"}</Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}

function What({ row }: { row: FigureRow }) {
  switch (row.figure) {
    case "incidents":
      return (
        <span className="flex flex-wrap items-center gap-2">
          <TextLink href={`/incidents/${row.id}`}>
            {`${caseCode({ ...row, drillId: null })} · ${incidentKinds[row.kind]}`}
          </TextLink>
          <Badge tone={severityLabels[row.severity].tone}>
            {severityLabels[row.severity].text}
          </Badge>
        </span>
      );
    case "duty":
      return row.rostered ? (
        <Badge tone="warning">Có lịch, chưa nhận ca</Badge>
      ) : (
        <Badge tone="danger">Không có ai trong lịch</Badge>
      );
    case "unpatched":
      return (
        <TextLink href={`/advisories/${row.id}/units/${row.unitId}`}>{advisoryName(row)}</TextLink>
      );
    case "complaints":
      return (
        <>
          <TextLink href={`/complaints/${row.id}`}>{complaintCode(row)}</TextLink>
          <span className="block text-xs font-normal text-ink-muted">
            {`${complaintKinds[row.kind]} · ${sourceWords(row)}`}
          </span>
        </>
      );
    case "infrastructure":
      return (
        <>
          {row.what}
          <span className="block text-xs font-normal text-ink-muted">
            {row.communes > 0 ? `${row.communes} xã, thị trấn bị ảnh hưởng` : "Chưa ghi xã nào"}
          </span>
        </>
      );
  }
}
