import { EmptyState } from "@/components/ui/empty-state";
import { Table, Td, Th, Tr } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import type { ComparedUnit } from "@/lib/awareness/comparison/queries";
import { formatCount, formatRate } from "@/lib/awareness/labels";
import { formatCivilDay } from "@/lib/campaigns/rules";

type Props = { rows: ComparedUnit[]; campaignId: string };

export function ComparisonTable({ rows, campaignId }: Props) {
  if (rows.length === 0) {
    return <EmptyState title="Không có đơn vị nào">Thử chọn nhóm hoặc đợt khác.</EmptyState>;
  }
  const widest = Math.max(...rows.map(({ rate }) => rate ?? 0));
  return (
    <Table caption="Các đơn vị cạnh nhau">
      <thead>
        <tr>
          <Th>Đơn vị</Th>
          <Th numeric>Hoạt động</Th>
          <Th numeric>Số lần</Th>
          <Th numeric>Lượt cán bộ</Th>
          <Th numeric>Lượt người dân</Th>
          <Th numeric>Số dân</Th>
          <Th>Lượt trên 1.000 dân</Th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Tr key={row.unitId}>
            <Td label="Đơn vị">
              <TextLink href={`/awareness?unit=${row.unitId}&campaign=${campaignId}`}>
                {row.unit}
              </TextLink>
              <span className="block text-xs text-ink-muted">
                {row.lastOn
                  ? `gần nhất ${formatCivilDay(row.lastOn.toISOString().slice(0, 10))}`
                  : "chưa có hoạt động"}
              </span>
            </Td>
            <Td label="Hoạt động" numeric>
              {formatCount(row.activities)}
            </Td>
            <Td label="Số lần" numeric>
              {formatCount(row.times)}
            </Td>
            <Td label="Lượt cán bộ" numeric>
              {row.staffReach === null ? "không đếm" : formatCount(row.staffReach)}
            </Td>
            <Td label="Lượt người dân" numeric>
              {row.publicReach === null ? "không đếm" : formatCount(row.publicReach)}
              {row.uncounted > 0 && row.publicReach !== null ? (
                <span className="block text-xs text-ink-muted">
                  {row.uncounted} hoạt động không đếm
                </span>
              ) : null}
            </Td>
            <Td label="Số dân" numeric>
              {row.population === null ? "chưa biết" : formatCount(row.population)}
            </Td>
            <Td label="Lượt trên 1.000 dân">
              {row.rate === null ? (
                <span className="text-ink-muted">
                  Không tính được: {row.population === null ? "chưa có số dân" : "không đếm người"}
                </span>
              ) : (
                <span className="flex items-center gap-2">
                  <span className="w-16 text-end font-medium tabular-nums">
                    {formatRate(row.rate)}
                  </span>
                  <span aria-hidden className="h-2 min-w-24 flex-1 rounded-full bg-subtle">
                    <span
                      className="block h-full rounded-full bg-accent"
                      style={{ width: `${widest > 0 ? (100 * row.rate) / widest : 0}%` }}
                    />
                  </span>
                </span>
              )}
            </Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}
