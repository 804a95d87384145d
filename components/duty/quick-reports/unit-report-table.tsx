import { Badge } from "@/components/ui/badge";
import { Table, Td, Th, Tr } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import { quickReportLabels } from "@/lib/duty/quick-reports/labels";
import type { UnitQuickReport } from "@/lib/duty/quick-reports/queries";
import { formatInstant } from "@/lib/time";

export function UnitReportTable({ rows }: { rows: UnitQuickReport[] }) {
  return (
    <Table caption="Báo cáo nhanh của đơn vị">
      <thead>
        <tr>
          <Th>Kỳ</Th>
          <Th>Tình trạng</Th>
          <Th>Đã gửi</Th>
          <Th>Đợt</Th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Tr key={row.id}>
            <Th scope="row">
              <TextLink href={`/duty/reports/${row.id}`} className="tabular-nums">
                {formatInstant(row.dueAt)}
              </TextLink>
            </Th>
            <Td label="Tình trạng">
              <Badge tone={quickReportLabels[row.state].tone}>
                {quickReportLabels[row.state].text}
              </Badge>
            </Td>
            <Td label="Đã gửi">
              {row.filedAt ? (
                <>
                  {row.nil ? "Không phát sinh" : "Có nội dung"}
                  <span className="block text-ink-muted tabular-nums">
                    {formatInstant(row.filedAt)}
                    {row.edition > 1 ? `, đính chính ${row.edition - 1} lần` : ""}
                  </span>
                </>
              ) : (
                <span className="text-ink-muted">Chưa gửi</span>
              )}
            </Td>
            <Td label="Đợt">{row.campaign.name}</Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}
