import { Badge } from "@/components/ui/badge";
import { Table, Td, Th, Tr } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import type { ClusterRow } from "@/lib/complaints/clusters/queries";
import { sourceLabels } from "@/lib/complaints/labels";
import { formatInstant } from "@/lib/time";

export function ClusterTable({ rows }: { rows: ClusterRow[] }) {
  return (
    <Table caption="Nguồn bị nhiều nơi phản ánh">
      <thead>
        <tr>
          <Th>Nguồn</Th>
          <Th numeric>Phản ánh</Th>
          <Th>Nhà mạng</Th>
          <Th numeric>Xã, thị trấn</Th>
          <Th>Lần đầu, lần cuối</Th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Tr key={row.id}>
            <Th scope="row">
              <TextLink
                href={`/complaints/sources/${row.id}`}
                className="break-all pointer-coarse:py-2"
              >
                {row.value}
              </TextLink>
              <p className="flex flex-wrap items-center gap-2 text-xs font-normal text-ink-muted">
                {sourceLabels[row.kind]}
                {row.warned ? <Badge tone="success">Đã cảnh báo</Badge> : null}
              </p>
            </Th>
            <Td label="Phản ánh" numeric>
              {row.complaints}
            </Td>
            <Td label="Nhà mạng">{row.telcos.join(", ")}</Td>
            <Td label="Xã, thị trấn" numeric>
              {row.communes}
            </Td>
            <Td label="Lần đầu, lần cuối">
              {formatInstant(row.firstAt)}
              <br />
              {formatInstant(row.lastAt)}
            </Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}
