import { Badge } from "@/components/ui/badge";
import { DueText } from "@/components/ui/due-text";
import { Table, Td, Th, Tr } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import { channelLabels, kindLabels, sourceWords, stateLabels } from "@/lib/complaints/labels";
import type { ComplaintRow } from "@/lib/complaints/queries";
import { formatDue, formatInstant } from "@/lib/time";

type Props = { rows: ComplaintRow[]; at: Date; withTelco: boolean };

export function ComplaintTable({ rows, at, withTelco }: Props) {
  return (
    <Table caption="Phản ánh">
      <thead>
        <tr>
          <Th>Nguồn bị phản ánh</Th>
          {withTelco ? <Th className="whitespace-nowrap">Nhà mạng</Th> : null}
          <Th>Loại</Th>
          <Th>Tình trạng</Th>
          <Th>Hạn</Th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Tr key={row.id}>
            <Th scope="row">
              <TextLink href={`/complaints/${row.id}`} className="break-all pointer-coarse:py-2">
                {sourceWords(row)}
              </TextLink>
              <p className="line-clamp-2 text-sm font-normal text-ink-muted">{row.content}</p>
              <p className="text-xs font-normal text-ink-muted">
                {row.code} · nhận {formatInstant(row.receivedAt)}
                {row.enteredByUnitId === row.telcoId ? null : ` · ${row.enteredByUnit}`}
              </p>
            </Th>
            {withTelco ? <Td label="Nhà mạng">{row.telco}</Td> : null}
            <Td label="Loại" className="lg:whitespace-nowrap">
              {kindLabels[row.kind]}
              <p className="text-xs text-ink-muted">{channelLabels[row.channel]}</p>
            </Td>
            <Td label="Tình trạng" className="lg:whitespace-nowrap">
              <Badge tone={stateLabels[row.state].tone}>{stateLabels[row.state].text}</Badge>
            </Td>
            <Td label="Hạn">
              {row.closedAt ? (
                <Badge tone={row.late ? "warning" : "success"}>
                  {row.late ? "Xong muộn" : "Đúng hạn"}
                </Badge>
              ) : (
                <DueText
                  text={formatDue(row.dueAt, at)}
                  tone={row.late ? "danger" : "neutral"}
                  dateTime={row.dueAt.toISOString()}
                  at={formatInstant(row.dueAt)}
                />
              )}
            </Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}
