import { Badge } from "@/components/ui/badge";
import { Table, Td, Th, Tr } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import type { ComplianceRow } from "@/lib/compliance/units/queries";
import { formatInstant } from "@/lib/time";

/** The rows a figure was counted from, each leading to where it is kept. */
export function RowTable({ rows, at }: { rows: ComplianceRow[]; at: Date }) {
  return (
    <Table caption="Việc đã tính vào mức này">
      <thead>
        <tr>
          <Th>Việc</Th>
          <Th className="w-32">Tình trạng</Th>
          <Th className="w-44">Hạn</Th>
          <Th className="w-44">Xong</Th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Tr key={`${row.id} ${row.title} ${row.askedAt?.getTime()}`}>
            <Th scope="row">
              <TextLink href={row.href}>{row.title}</TextLink>
            </Th>
            <Td label="Tình trạng">
              <State {...row} at={at} />
            </Td>
            <Td label="Hạn">{row.dueAt ? formatInstant(row.dueAt) : "–"}</Td>
            <Td label="Xong">{row.doneAt ? formatInstant(row.doneAt) : "–"}</Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}

function State({ dueAt, doneAt, at }: { dueAt: Date | null; doneAt: Date | null; at: Date }) {
  if (doneAt) {
    const late = dueAt !== null && doneAt > dueAt;
    return <Badge tone="success">{late ? "Xong, muộn" : "Xong"}</Badge>;
  }
  if (dueAt && dueAt < at) return <Badge tone="danger">Quá hạn</Badge>;
  return <Badge tone="warning">Chưa xong</Badge>;
}
