import { Badge } from "@/components/ui/badge";
import { PhoneLink } from "@/components/ui/phone-link";
import { Table, Td, Th, Tr } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import { factWords, quickReportLabels } from "@/lib/duty/quick-reports/labels";
import type { QuickReportRow } from "@/lib/duty/quick-reports/overview/queries";
import { formatInstant } from "@/lib/time";

type Props = { caption: string; rows: QuickReportRow[] };

/** Units of one due time: whom to call where nothing came, what was reported where it did. */
export function DistrictReportTable({ caption, rows }: Props) {
  return (
    <Table caption={caption}>
      <thead>
        <tr>
          <Th>Đơn vị</Th>
          <Th>Tình trạng</Th>
          <Th>Nội dung</Th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Tr key={row.id}>
            <Th scope="row">
              <TextLink href={`/duty/reports/${row.id}`}>{row.unit}</TextLink>
              <span className="block text-sm font-normal text-ink-muted">{row.kind}</span>
            </Th>
            <Td label="Tình trạng">
              <Badge tone={quickReportLabels[row.state].tone}>
                {quickReportLabels[row.state].text}
              </Badge>
              {row.filedAt ? (
                <span className="block whitespace-nowrap text-ink-muted tabular-nums">
                  {formatInstant(row.filedAt)}
                </span>
              ) : null}
            </Td>
            <Td label="Nội dung">{row.filedAt ? <Told row={row} /> : <Call row={row} />}</Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}

function Told({ row }: { row: QuickReportRow }) {
  if (row.nil) return "Không phát sinh";
  return (
    <>
      {row.facts ? <span className="font-medium">{factWords(row.facts)}</span> : null}
      <span className="line-clamp-3 whitespace-pre-line">{row.situation}</span>
      {row.proposals ? (
        <span className="line-clamp-2">
          <span className="font-medium">Kiến nghị:</span> {row.proposals}
        </span>
      ) : null}
    </>
  );
}

function Call({ row }: { row: QuickReportRow }) {
  const phone = row.dutyPhone ?? row.unitPhone;
  if (!phone) return <span className="text-ink-muted">Chưa có số điện thoại</span>;
  return (
    <span className="flex flex-wrap items-center gap-x-3">
      {row.dutyName ? <span className="text-ink-muted">{row.dutyName} đang trực</span> : null}
      <PhoneLink phone={phone} name={row.dutyName ?? row.unit} />
    </span>
  );
}
