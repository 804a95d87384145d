import { Badge } from "@/components/ui/badge";
import { EmptyState } from "@/components/ui/empty-state";
import { Table, Td, Th, Tr } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import { synthesisLabels, synthesisName } from "@/lib/reports/synthesis/labels";
import type { SynthesisRow } from "@/lib/reports/synthesis/queries";
import { formatInstant } from "@/lib/time";

export function SynthesisTable({ rows }: { rows: SynthesisRow[] }) {
  if (rows.length === 0) {
    return (
      <EmptyState title="Chưa có báo cáo nào">
        Báo cáo lập từ số liệu đơn vị đã làm, rồi sửa chữ và trình ký.
      </EmptyState>
    );
  }
  return (
    <Table caption="Báo cáo gửi tỉnh, mới nhất trước">
      <thead>
        <tr>
          <Th>Báo cáo</Th>
          <Th>Loại</Th>
          <Th>Số liệu đến</Th>
          <Th>Tình trạng</Th>
          <Th>Người lập</Th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Tr key={row.id}>
            <Td label="Báo cáo">
              <TextLink href={`/reports/${row.id}`} className="font-medium">
                {synthesisName(row)}
              </TextLink>
              <span className="block text-xs text-ink-muted">{row.campaign.name}</span>
            </Td>
            <Td label="Loại">{synthesisLabels[row.kind]}</Td>
            <Td label="Số liệu đến">{formatInstant(row.countedTo)}</Td>
            <Td label="Tình trạng">
              {row.signedAt ? (
                <Badge tone="success">Đã ký, số {row.number}</Badge>
              ) : (
                <Badge tone="warning">Dự thảo, bản {row.edition}</Badge>
              )}
            </Td>
            <Td label="Người lập">{row.createdBy}</Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}
