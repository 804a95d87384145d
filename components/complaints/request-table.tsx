import { Badge } from "@/components/ui/badge";
import { Table, Td, Th, Tr } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import { actLabels, requestLabels } from "@/lib/complaints/requests/labels";
import type { RequestRow } from "@/lib/complaints/requests/queries";
import { formatInstant } from "@/lib/time";

export function RequestTable({ rows }: { rows: RequestRow[] }) {
  return (
    <Table caption="Yêu cầu xử lý">
      <thead>
        <tr>
          <Th>Yêu cầu</Th>
          <Th>Cơ quan</Th>
          <Th>Hạn</Th>
          <Th>Nhà mạng</Th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Tr key={row.id}>
            <Th scope="row">
              <TextLink
                href={`/complaints/requests/${row.id}`}
                className="break-all pointer-coarse:py-2"
              >
                {row.target}
              </TextLink>
              <p className="text-xs font-normal text-ink-muted">
                {row.code} · {actLabels[row.act]}
                {row.reference ? ` · ${row.reference}` : ""}
              </p>
            </Th>
            <Td label="Cơ quan">{row.unit.name}</Td>
            <Td label="Hạn">{formatInstant(row.dueAt)}</Td>
            <Td label="Nhà mạng">
              <ul className="grid gap-1">
                {row.telcos.map(({ telcoId, telco, state }) => (
                  <li key={telcoId} className="flex flex-wrap items-center gap-2">
                    {telco.shortName}
                    <Badge tone={requestLabels[state].tone}>{requestLabels[state].text}</Badge>
                  </li>
                ))}
              </ul>
            </Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}
