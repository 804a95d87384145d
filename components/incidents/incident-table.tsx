import { Badge } from "@/components/ui/badge";
import { Table, Td, Th, Tr } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import { severityLabels, signLabels, stateLabels } from "@/lib/incidents/labels";
import type { IncidentRow } from "@/lib/incidents/queries";
import { formatInstant } from "@/lib/time";
import { NextDeadline } from "./next-deadline";

type Props = { rows: IncidentRow[]; at: Date; withUnit: boolean };

export function IncidentTable({ rows, at, withUnit }: Props) {
  return (
    <Table caption="Sự cố">
      <thead>
        <tr>
          <Th>Sự cố</Th>
          {withUnit ? <Th>Đơn vị</Th> : null}
          <Th>Bước</Th>
          <Th>Mức độ</Th>
          <Th>Hạn gần nhất</Th>
          <Th>Xử lý</Th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Tr key={row.id}>
            <Th scope="row">
              <TextLink href={`/incidents/${row.id}`} className="pointer-coarse:py-2">
                {row.code} · {signLabels[row.sign].label}
              </TextLink>
              <p className="line-clamp-2 text-sm font-normal text-ink-muted">{row.what}</p>
              <p className="text-xs font-normal text-ink-muted">
                Báo {formatInstant(row.reportedAt)}
              </p>
            </Th>
            {withUnit ? <Td label="Đơn vị">{row.unit.name}</Td> : null}
            <Td label="Bước">
              <span className="flex flex-wrap gap-1">
                <Badge tone={stateLabels[row.state].tone}>{stateLabels[row.state].text}</Badge>
                {row.escalatedAt ? <Badge tone="danger">Vượt khả năng</Badge> : null}
              </span>
            </Td>
            <Td label="Mức độ">
              <Badge tone={severityLabels[row.severity].tone}>
                {severityLabels[row.severity].text}
              </Badge>
            </Td>
            <Td label="Hạn gần nhất">
              <NextDeadline deadline={row.nextDeadline} at={at} />
            </Td>
            <Td label="Xử lý">{row.handlerUnit?.shortName ?? "Chưa ai tiếp nhận"}</Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}
