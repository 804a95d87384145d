import { Badge } from "@/components/ui/badge";
import { Table, Td, Th, Tr } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import { advisoryName } from "@/lib/advisories/labels";
import type { AdvisoryRow } from "@/lib/advisories/queries";
import { formatDay } from "@/lib/time";
import { AdvisoryMarks } from "./advisory-marks";

export function AdvisoryTable({ rows }: { rows: AdvisoryRow[] }) {
  return (
    <Table caption="Cảnh báo">
      <thead>
        <tr>
          <Th>Cảnh báo</Th>
          <Th>Loại</Th>
          <Th>Hạn</Th>
          <Th numeric>Đã xong</Th>
          <Th>Còn lại</Th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Tr key={row.id}>
            <Th scope="row">
              <TextLink
                href={row.edition > 0 ? `/advisories/${row.id}` : `/advisories/${row.id}/edit`}
                className="pointer-coarse:py-2"
              >
                {advisoryName(row) || "Cảnh báo chưa có tên"}
              </TextLink>
              <p className="text-sm font-normal text-ink-muted">
                {[row.issuer, `${row.items} lỗ hổng`, row.edition > 1 ? `bản ${row.edition}` : ""]
                  .filter(Boolean)
                  .join(" · ")}
              </p>
            </Th>
            <Td label="Loại">
              <span className="flex flex-wrap gap-1">
                {row.edition === 0 ? <Badge>Dự thảo</Badge> : null}
                <AdvisoryMarks rhythm={row.rhythm} exploited={row.exploited > 0} />
              </span>
            </Td>
            <Td label="Hạn">{row.dueAt ? formatDay(row.dueAt) : "Chưa đặt"}</Td>
            <Td label="Đã xong" numeric>
              {row.edition > 0 ? `${row.closed}/${row.units}` : "–"}
            </Td>
            <Td label="Còn lại">
              <span className="flex flex-wrap gap-1">
                {row.late > 0 ? <Badge tone="danger">{row.late} quá hạn</Badge> : null}
                {row.unseen > 0 ? <Badge tone="warning">{row.unseen} chưa xem</Badge> : null}
                {row.review > 0 ? <Badge tone="info">{row.review} chờ xác nhận</Badge> : null}
                {row.edition > 0 && row.closed === row.units ? (
                  <Badge tone="success">Đủ</Badge>
                ) : null}
              </span>
            </Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}
