import { Table, Td, Th, Tr } from "@/components/ui/table";
import { kindLabels } from "@/lib/complaints/labels";
import { columnLabels } from "@/lib/complaints/reports/labels";
import { totalOf } from "@/lib/complaints/reports/rules";
import { columns, type Figures } from "@/lib/complaints/reports/schema";
import { complaintKinds } from "@/lib/complaints/schema";

export function PeriodFigures({ figures }: { figures: Figures }) {
  const total = totalOf(figures);
  return (
    <Table caption="Phản ánh theo loại">
      <thead>
        <tr>
          <Th>Loại</Th>
          {columns.map((column) => (
            <Th key={column} numeric>
              {columnLabels[column]}
            </Th>
          ))}
        </tr>
      </thead>
      <tbody>
        {complaintKinds.map((kind) => (
          <Tr key={kind}>
            <Th scope="row">{kindLabels[kind]}</Th>
            {columns.map((column) => (
              <Td key={column} label={columnLabels[column]} numeric>
                {figures.rows[kind][column]}
              </Td>
            ))}
          </Tr>
        ))}
        <Tr>
          <Th scope="row">Cộng</Th>
          {columns.map((column) => (
            <Td key={column} label={columnLabels[column]} numeric className="font-semibold">
              {total[column]}
            </Td>
          ))}
        </Tr>
      </tbody>
    </Table>
  );
}
