import { Badge } from "@/components/ui/badge";
import { Table, Td, Th, Tr } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import { drillLabels } from "@/lib/incidents/drills/labels";
import type { DrillRow } from "@/lib/incidents/drills/queries";
import { formatInstant } from "@/lib/time";

export function DrillTable({ rows }: { rows: DrillRow[] }) {
  return (
    <Table caption="Các cuộc diễn tập">
      <thead>
        <tr>
          <Th>Cuộc diễn tập</Th>
          <Th>Tình trạng</Th>
          <Th>Bắt đầu</Th>
          <Th numeric>Tình huống</Th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Tr key={row.id}>
            <Th scope="row">
              <TextLink href={`/incidents/drills/${row.id}`} className="pointer-coarse:py-2">
                {row.name}
              </TextLink>
            </Th>
            <Td label="Tình trạng">
              <Badge tone={drillLabels[row.state].tone}>{drillLabels[row.state].text}</Badge>
            </Td>
            <Td label="Bắt đầu">{row.startedAt ? formatInstant(row.startedAt) : "Chưa"}</Td>
            <Td label="Tình huống" numeric>
              {row.injects}
            </Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}
