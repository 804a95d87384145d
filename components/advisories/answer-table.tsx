import { Badge } from "@/components/ui/badge";
import { PhoneLink } from "@/components/ui/phone-link";
import { Table, Td, Th, Tr } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import type { AnswerRow } from "@/lib/advisories/detail/queries";
import { HandlingState } from "./handling-state";

type Props = { advisoryId: string; rows: AnswerRow[]; urgent: boolean; at: Date };

export function AnswerTable({ advisoryId, rows, urgent, at }: Props) {
  return (
    <Table caption="Trả lời của các đơn vị">
      <thead>
        <tr>
          <Th>Đơn vị</Th>
          <Th>Tình trạng</Th>
          <Th>Máy: đã xử lý / ảnh hưởng / kiểm tra</Th>
          <Th>Chịu trách nhiệm</Th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Tr key={row.unitId}>
            <Th scope="row">
              <TextLink
                href={`/advisories/${advisoryId}/units/${row.unitId}`}
                className="pointer-coarse:py-2"
              >
                {row.name}
              </TextLink>
            </Th>
            <Td label="Tình trạng">
              <span className="flex flex-wrap items-center gap-2">
                <HandlingState handling={row} at={at} />
                {urgent && row.closedAt && !row.reviewedAt ? (
                  <Badge tone="info">Chờ xác nhận</Badge>
                ) : null}
              </span>
            </Td>
            <Td label="Máy">
              {row.total === null
                ? "–"
                : `${(row.patched ?? 0) + (row.mitigated ?? 0)} / ${row.affected} / ${row.total}`}
            </Td>
            <Td label="Chịu trách nhiệm">
              {row.ownerName ||
                (row.phone && !row.closedAt ? (
                  <PhoneLink phone={row.phone} name={row.name} />
                ) : (
                  "–"
                ))}
            </Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}
