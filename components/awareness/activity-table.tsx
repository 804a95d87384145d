import { EmptyState } from "@/components/ui/empty-state";
import { Table, Td, Th, Tr } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import { awarenessLabels, formatCount, reachWords } from "@/lib/awareness/labels";
import type { ActivityRow } from "@/lib/awareness/queries";
import { formatCivilDay } from "@/lib/campaigns/rules";

type Props = { rows: ActivityRow[]; seesAll: boolean; empty: string };

export function ActivityTable({ rows, seesAll, empty }: Props) {
  if (rows.length === 0) return <EmptyState title="Chưa có hoạt động nào">{empty}</EmptyState>;
  return (
    <Table caption="Hoạt động tuyên truyền, mới nhất trước">
      <thead>
        <tr>
          <Th>Ngày</Th>
          {seesAll ? <Th>Đơn vị</Th> : null}
          <Th>Hình thức và nội dung</Th>
          <Th numeric>Số lần</Th>
          <Th numeric>Cán bộ</Th>
          <Th numeric>Người dân</Th>
          <Th>Ảnh</Th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Tr key={row.id}>
            <Td label="Ngày">{formatCivilDay(row.heldOn)}</Td>
            {seesAll ? <Td label="Đơn vị">{row.unit.name}</Td> : null}
            <Td label="Hoạt động">
              <TextLink href={`/awareness/${row.id}`} className="font-medium">
                {awarenessLabels[row.kind].text}
              </TextLink>
              <span className="block break-words text-ink-muted">{row.topic}</span>
            </Td>
            <Td label="Số lần" numeric>
              {formatCount(row.times)} {awarenessLabels[row.kind].unit}
            </Td>
            <Td label="Cán bộ" numeric>
              {reachWords(row.staffReach)}
            </Td>
            <Td label="Người dân" numeric>
              {reachWords(row.publicReach)}
            </Td>
            <Td label="Ảnh">{row.photos.length > 0 ? `${row.photos.length} ảnh` : "không có"}</Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}
