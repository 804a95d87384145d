import { Table, Td, Th, Tr } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import type { RecipientGroupRow } from "@/lib/organization/groups/queries";
import type { UnitKindRow } from "@/lib/organization/queries";

export function GroupTable({ rows, kinds }: { rows: RecipientGroupRow[]; kinds: UnitKindRow[] }) {
  const labels = new Map(kinds.map(({ code, label }) => [code, label]));
  return (
    <Table caption="Nhóm nhận văn bản">
      <thead>
        <tr>
          <Th>Tên nhóm</Th>
          <Th>Gồm</Th>
          <Th numeric>Đơn vị hiện nay</Th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Tr key={row.id}>
            <Td label="Tên nhóm">
              <TextLink href={`/admin/groups/${row.id}`}>{row.name}</TextLink>
            </Td>
            <Td label="Gồm">
              {[
                ...row.kindCodes.map((code) => labels.get(code) ?? code),
                ...(row.unitIds.length > 0 ? [`${row.unitIds.length} đơn vị nêu tên`] : []),
              ].join("; ")}
            </Td>
            <Td label="Đơn vị hiện nay" numeric>
              {row.units}
            </Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}
