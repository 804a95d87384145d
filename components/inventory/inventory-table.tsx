import { Badge } from "@/components/ui/badge";
import { PhoneLink } from "@/components/ui/phone-link";
import { Table, Td, Th, Tr } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import type { InventoryRow } from "@/lib/inventory/queries";
import { isStale } from "@/lib/inventory/rules";
import { formatDay } from "@/lib/time";

export function InventoryTable({ rows, at }: { rows: InventoryRow[]; at: Date }) {
  return (
    <Table caption="Bản kê máy của các đơn vị">
      <thead>
        <tr>
          <Th>Đơn vị</Th>
          <Th numeric>Máy chủ</Th>
          <Th numeric>Máy trạm</Th>
          <Th numeric>Thiết bị mạng</Th>
          <Th numeric>Sản phẩm</Th>
          <Th>Hệ thống</Th>
          <Th>Kê khai</Th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Tr key={row.unitId}>
            <Th scope="row">
              <TextLink href={`/inventory/${row.unitId}`} className="pointer-coarse:py-2">
                {row.name}
              </TextLink>
            </Th>
            <Td label="Máy chủ" numeric>
              {row.servers ?? "–"}
            </Td>
            <Td label="Máy trạm" numeric>
              {row.workstations ?? "–"}
            </Td>
            <Td label="Thiết bị mạng" numeric>
              {row.networkDevices ?? "–"}
            </Td>
            <Td label="Sản phẩm" numeric>
              {row.products}
            </Td>
            <Td label="Hệ thống">
              {row.systems > 0
                ? `${row.systems}${row.highestLevel ? `, cao nhất cấp ${row.highestLevel}` : ""}`
                : "–"}
            </Td>
            <Td label="Kê khai">
              {row.confirmedAt ? (
                <span className="flex flex-wrap items-center gap-1.5">
                  {formatDay(row.confirmedAt)}
                  {isStale(row.confirmedAt, at) ? <Badge tone="warning">Đã cũ</Badge> : null}
                </span>
              ) : (
                <span className="flex flex-wrap items-center gap-2">
                  <Badge tone="warning">Chưa kê khai</Badge>
                  {row.phone ? <PhoneLink phone={row.phone} name={row.name} /> : null}
                </span>
              )}
            </Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}
