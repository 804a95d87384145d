import { Badge } from "@/components/ui/badge";
import { PhoneLink } from "@/components/ui/phone-link";
import { Table, Td, Th, Tr } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import { roleLabels } from "@/lib/identity/labels";
import type { PersonRow } from "@/lib/identity/people/queries";
import { formatInstant } from "@/lib/time";

export function PeopleTable({ rows }: { rows: PersonRow[] }) {
  return (
    <Table caption="Tài khoản">
      <thead>
        <Tr>
          <Th>Họ và tên</Th>
          <Th>Vai trò</Th>
          <Th>Đơn vị</Th>
          <Th>Điện thoại</Th>
          <Th>Dùng gần nhất</Th>
          <Th>Trạng thái</Th>
        </Tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Tr key={row.id}>
            <Th scope="row">
              <TextLink href={`/admin/people/${row.id}`}>{row.fullName}</TextLink>
              <span className="block font-normal text-ink-muted">{row.username}</span>
            </Th>
            <Td label="Vai trò">
              {roleLabels[row.role]}
              {row.title ? <span className="block text-ink-muted">{row.title}</span> : null}
            </Td>
            <Td label="Đơn vị">{row.unitName}</Td>
            <Td label="Điện thoại">
              {row.phone ? <PhoneLink phone={row.phone} name={row.fullName} /> : "Chưa có"}
            </Td>
            <Td label="Dùng gần nhất">
              {row.lastSeenAt ? formatInstant(row.lastSeenAt) : "Chưa đăng nhập"}
            </Td>
            <Td label="Trạng thái" className="whitespace-nowrap">
              <Badge tone={row.disabledAt ? "danger" : "success"}>
                {row.disabledAt ? "Đã khóa" : "Đang dùng"}
              </Badge>
              {row.waiting ? (
                <Badge tone="warning" className="mt-1">
                  Chưa đặt mật khẩu
                </Badge>
              ) : null}
            </Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}
