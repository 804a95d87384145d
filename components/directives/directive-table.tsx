import { Badge } from "@/components/ui/badge";
import { StackedBar } from "@/components/ui/stacked-bar";
import { Table, Td, Th, Tr } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import { documentNumber, stateLabels, subjectTitle } from "@/lib/directives/labels";
import type { DirectiveRow } from "@/lib/directives/queries";
import { formatDay, formatInstant } from "@/lib/time";

export function DirectiveTable({ rows }: { rows: DirectiveRow[] }) {
  return (
    <Table caption="Văn bản chỉ đạo">
      <thead>
        <tr>
          <Th>Số, ký hiệu</Th>
          <Th>Trích yếu</Th>
          <Th>Trạng thái</Th>
          <Th className="w-64">Tiến độ</Th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Tr key={row.id}>
            <Td label="Số, ký hiệu" className="whitespace-nowrap">
              <span className="font-medium">{documentNumber(row)}</span>
              <span className="block text-xs text-ink-muted">
                {row.issuedOn && row.issuedAt
                  ? formatDay(row.issuedOn)
                  : `sửa ${formatInstant(row.editedAt)}`}
              </span>
            </Td>
            <Td label="Trích yếu">
              <span className="line-clamp-3">
                <TextLink href={`/directives/${row.id}`}>{subjectTitle(row.subject)}</TextLink>
              </span>
            </Td>
            <Td label="Trạng thái">
              <Badge tone={stateLabels[row.state].tone}>{stateLabels[row.state].text}</Badge>
            </Td>
            <Td label="Tiến độ">{row.progress ? <Progress {...row.progress} /> : "—"}</Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}

function Progress({ total, accepted, reported, overdue }: NonNullable<DirectiveRow["progress"]>) {
  return (
    <StackedBar
      segments={[
        { label: "Đạt", value: accepted, tone: "success" },
        { label: "Đã báo cáo", value: reported, tone: "info" },
        { label: "Quá hạn", value: overdue, tone: "danger" },
        { label: "Chưa xong", value: total - accepted - reported - overdue, tone: "neutral" },
      ]}
    />
  );
}
