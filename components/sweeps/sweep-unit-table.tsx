import { Badge } from "@/components/ui/badge";
import { PhoneLink } from "@/components/ui/phone-link";
import { Table, Td, Th, Tr } from "@/components/ui/table";
import type { SweepUnitRow } from "@/lib/sweeps/queries";
import { shareOf } from "@/lib/sweeps/rules";
import { formatDay } from "@/lib/time";

export function SweepUnitTable({ rows }: { rows: SweepUnitRow[] }) {
  return (
    <Table caption="Kết quả rà soát của các đơn vị">
      <thead>
        <tr>
          <Th>Đơn vị</Th>
          <Th numeric>Máy chủ</Th>
          <Th numeric>Máy trạm</Th>
          <Th>So với vòng trước</Th>
          <Th numeric>Mã độc</Th>
          <Th numeric>Lỗ hổng</Th>
          <Th numeric>Săn lùng</Th>
          <Th>Ai, ngày nào</Th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Tr key={row.unitId}>
            <Th scope="row">{row.name}</Th>
            <Td label="Máy chủ" numeric>
              {row.filedAt ? `${row.serversChecked}/${row.servers}` : "–"}
            </Td>
            <Td label="Máy trạm" numeric>
              {row.filedAt ? `${row.workstationsChecked}/${row.workstations}` : "–"}
            </Td>
            <Td label="So với vòng trước">{changeWords(row)}</Td>
            <Td label="Mã độc" numeric>
              {row.filedAt ? `${row.malwareRemoved}/${row.malwareFound}` : "–"}
            </Td>
            <Td label="Lỗ hổng" numeric>
              {row.filedAt ? `${row.vulnerabilitiesFixed}/${row.vulnerabilitiesFound}` : "–"}
            </Td>
            <Td label="Săn lùng" numeric>
              {row.hunts ?? "–"}
            </Td>
            <Td label="Ai, ngày nào">
              {row.filedAt && row.sweptOn ? (
                `${row.sweptBy}, ${formatDay(row.sweptOn)}`
              ) : (
                <span className="flex flex-wrap items-center gap-2">
                  <Badge tone="warning">Chưa báo cáo</Badge>
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

function changeWords(row: SweepUnitRow) {
  const now = shareOf(
    (row.serversChecked ?? 0) + (row.workstationsChecked ?? 0),
    (row.servers ?? 0) + (row.workstations ?? 0),
  );
  const before = shareOf(row.previousChecked ?? 0, row.previousMachines ?? 0);
  if (!row.filedAt || now === null) return "–";
  if (before === null) return `${now}%`;
  const change = now - before;
  return `${before}% → ${now}%${change === 0 ? "" : ` (${change > 0 ? "+" : ""}${change})`}`;
}
