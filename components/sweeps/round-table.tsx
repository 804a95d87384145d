import { Table, Td, Th, Tr } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import type { RoundRow } from "@/lib/sweeps/queries";
import { shareOf } from "@/lib/sweeps/rules";
import { formatDay } from "@/lib/time";

export function RoundTable({ rows }: { rows: RoundRow[] }) {
  return (
    <Table caption="Các vòng rà soát">
      <thead>
        <tr>
          <Th>Vòng</Th>
          <Th>Hạn</Th>
          <Th numeric>Đã báo cáo</Th>
          <Th numeric>Máy đã rà soát</Th>
          <Th numeric>Mã độc đã gỡ</Th>
          <Th numeric>Lỗ hổng đã khắc phục</Th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => {
          const share = shareOf(row.checked, row.machines);
          return (
            <Tr key={row.id}>
              <Th scope="row">
                <TextLink href={`/sweeps/${row.id}`} className="pointer-coarse:py-2">
                  Vòng {row.number}, {row.campaign}
                </TextLink>
              </Th>
              <Td label="Hạn">{formatDay(row.dueAt)}</Td>
              <Td label="Đã báo cáo" numeric>
                {row.filed}/{row.units}
              </Td>
              <Td label="Máy đã rà soát" numeric>
                {share === null ? "–" : `${share}% (${row.checked}/${row.machines})`}
              </Td>
              <Td label="Mã độc đã gỡ" numeric>
                {row.malwareRemoved}/{row.malwareFound}
              </Td>
              <Td label="Lỗ hổng đã khắc phục" numeric>
                {row.vulnerabilitiesFixed}/{row.vulnerabilitiesFound}
              </Td>
            </Tr>
          );
        })}
      </tbody>
    </Table>
  );
}
