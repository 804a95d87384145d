import { randomUUID } from "node:crypto";
import { ActionForm } from "@/components/ui/action-form";
import { Badge } from "@/components/ui/badge";
import { Dialog } from "@/components/ui/dialog";
import { PhoneLink } from "@/components/ui/phone-link";
import { SubmitButton } from "@/components/ui/submit-button";
import { Table, Td, Th, Tr } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import type { GateRow } from "@/lib/advisories/gate/queries";
import { remaining } from "@/lib/advisories/handling/rules";
import { advisoryName, handlingLabels } from "@/lib/advisories/labels";
import type { FormAction } from "@/lib/form-state";
import { formatDay } from "@/lib/time";
import { OwnerFields } from "./owner-fields";

type Props = { rows: GateRow[]; nameOwner: FormAction | null };

export function GateTable({ rows, nameOwner }: Props) {
  return (
    <Table caption="Lỗ hổng đang bị khai thác còn mở">
      <thead>
        <tr>
          <Th>Đơn vị</Th>
          <Th>Cảnh báo</Th>
          <Th>Tình trạng</Th>
          <Th>Ai chịu trách nhiệm</Th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Tr key={`${row.advisoryId}:${row.unitId}`}>
            <Th scope="row">
              <span className="flex flex-wrap items-center gap-2">
                {row.unit}
                {row.phone ? <PhoneLink phone={row.phone} name={row.unit} /> : null}
              </span>
            </Th>
            <Td label="Cảnh báo">
              <TextLink
                href={`/advisories/${row.advisoryId}/units/${row.unitId}`}
                className="pointer-coarse:py-2"
              >
                {advisoryName(row)}
              </TextLink>
            </Td>
            <Td label="Tình trạng">
              <Badge tone={handlingLabels[row.state].tone}>{handlingLabels[row.state].text}</Badge>
              {row.affected ? (
                <span className="block text-ink-muted">còn {remaining(row)} máy</span>
              ) : null}
            </Td>
            <Td label="Ai chịu trách nhiệm">
              <Answerable row={row} nameOwner={nameOwner} />
            </Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}

function Answerable({ row, nameOwner }: { row: GateRow; nameOwner: FormAction | null }) {
  if (row.acceptUntil) {
    return (
      <span>
        Lãnh đạo chấp nhận: {row.acceptedBy}, đến {formatDay(row.acceptUntil)}
      </span>
    );
  }
  if (row.ownerName) {
    return (
      <span className="flex flex-wrap items-center gap-2">
        {row.ownerName}
        {row.ownerPhone ? <PhoneLink phone={row.ownerPhone} name={row.ownerName} /> : null}
      </span>
    );
  }
  return (
    <span className="flex flex-wrap items-center gap-2">
      <Badge tone="danger">Chưa có ai</Badge>
      {nameOwner ? (
        <Dialog
          trigger="Cử người"
          triggerLabel={`Cử người: ${row.unit}, ${row.subject}`}
          title={`Cử người của ${row.unit}`}
          size="sm"
          width="sm"
        >
          <ActionForm
            action={nameOwner}
            hidden={{
              advisoryId: row.advisoryId,
              unitId: row.unitId,
              version: String(row.version),
              requestId: randomUUID(),
            }}
            label="Cử người chịu trách nhiệm"
            footer={<SubmitButton>Cử người này</SubmitButton>}
          >
            <OwnerFields handling={row} required />
          </ActionForm>
        </Dialog>
      ) : null}
    </span>
  );
}
