import { Badge } from "@/components/ui/badge";
import { Table, Td, Th, Tr } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import { importLabels } from "@/lib/complaints/import/labels";
import type { ImportRow } from "@/lib/complaints/import/queries";
import { formatInstant } from "@/lib/time";

export function ImportTable({ rows }: { rows: ImportRow[] }) {
  return (
    <Table caption="Các lần nhập">
      <thead>
        <tr>
          <Th>Tệp</Th>
          <Th>Tình trạng</Th>
          <Th numeric>Dòng</Th>
          <Th numeric>Đã nhập</Th>
          <Th numeric>Trùng</Th>
          <Th numeric>Lỗi</Th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Tr key={row.id}>
            <Th scope="row">
              <TextLink href={`/complaints/import/${row.id}`} className="break-all">
                {row.name}
              </TextLink>
              <p className="text-xs font-normal text-ink-muted">
                {formatInstant(row.uploadedAt)} · {row.uploadedBy}
              </p>
            </Th>
            <Td label="Tình trạng">
              <Badge tone={importLabels[row.state]?.tone}>{importLabels[row.state]?.text}</Badge>
            </Td>
            <Td label="Dòng" numeric>
              {row.total}
            </Td>
            <Td label="Đã nhập" numeric>
              {row.taken}
            </Td>
            <Td label="Trùng" numeric>
              {row.doubles}
            </Td>
            <Td label="Lỗi" numeric>
              {row.bad}
            </Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}
