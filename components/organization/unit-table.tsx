import { PhoneLink } from "@/components/ui/phone-link";
import { Table, Td, Th, Tr } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import type { UnitRow } from "@/lib/organization/queries";
import { formatCalendarDay } from "@/lib/organization/rules";

export function UnitTable({ rows }: { rows: UnitRow[] }) {
  return (
    <Table caption="Danh sách đơn vị">
      <thead>
        <tr>
          <Th>Tên đơn vị</Th>
          <Th>Mã</Th>
          <Th>Loại</Th>
          <Th>Cấp trên</Th>
          <Th>Điện thoại</Th>
          <Th>Hoạt động</Th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Tr key={row.id}>
            <Td label="Tên đơn vị">
              <TextLink href={`/admin/units/${row.id}`}>{row.name}</TextLink>
            </Td>
            <Td label="Mã" className="whitespace-nowrap">
              {row.code}
            </Td>
            <Td label="Loại">{row.kindLabel}</Td>
            <Td label="Cấp trên">{row.parentName ?? "—"}</Td>
            <Td label="Điện thoại">
              {row.phone ? <PhoneLink phone={row.phone} name={row.shortName} /> : "—"}
            </Td>
            <Td label="Hoạt động" className="sm:whitespace-nowrap">
              <Validity {...row} />
            </Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}

function Validity({ validFrom, validTo, successorName }: UnitRow) {
  const from = `từ ${formatCalendarDay(validFrom)}`;
  if (!validTo) return from;
  return (
    <>
      {from} đến trước {formatCalendarDay(validTo)}
      {successorName ? (
        <span className="block text-ink-muted">Kế thừa: {successorName}</span>
      ) : null}
    </>
  );
}
