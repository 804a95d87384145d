import { PhoneLink } from "@/components/ui/phone-link";
import { Table, Td, Th, Tr } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import type { OverdueRow } from "@/lib/compliance/overdue/queries";
import { documentNumber } from "@/lib/directives/labels";
import { shorten } from "@/lib/directives/rules";
import { formatInstant, formatSpan } from "@/lib/time";

/** What units owe past its day, each with whom to call. */
export function OverdueTable({ rows, at }: { rows: OverdueRow[]; at: Date }) {
  return (
    <Table caption="Việc quá hạn">
      <thead>
        <tr>
          <Th>Nhiệm vụ</Th>
          <Th className="w-56">Đơn vị</Th>
          <Th className="w-48">Quá hạn</Th>
          <Th className="w-40">Điện thoại</Th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Tr key={row.assignmentId}>
            <Th scope="row">
              <TextLink href={`/directives/${row.directiveId}/assignments/${row.assignmentId}`}>
                {shorten(row.text)}
              </TextLink>
              <span className="block text-xs font-normal text-ink-muted">
                {documentNumber(row)}
              </span>
            </Th>
            <Td label="Đơn vị">
              <TextLink href={`/command/units/${row.unitId}`}>{row.unit}</TextLink>
            </Td>
            <Td label="Quá hạn">
              <span className="grid">
                <span className="text-danger-ink">
                  {formatSpan(at.getTime() - row.dueAt.getTime())}
                </span>
                <span className="text-xs text-ink-muted">hạn {formatInstant(row.dueAt)}</span>
              </span>
            </Td>
            <Td label="Điện thoại">
              {row.phone ? <PhoneLink phone={row.phone} name={row.unit} /> : "–"}
            </Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}
