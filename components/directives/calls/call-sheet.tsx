import { groupPhone } from "@/components/ui/phone-link";
import { Table, Td, Th, Tr } from "@/components/ui/table";
import { callSentence, silenceWords } from "@/lib/directives/calls/labels";
import type { SilentUnit } from "@/lib/directives/calls/queries";

const person = (name: string | null, phone: string | null) =>
  [name, phone ? groupPhone(phone) : null].filter(Boolean).join(", ") || "…";

/** The list on paper, with room to write by hand. */
export function CallSheet({ kind, units }: { kind: string; units: SilentUnit[] }) {
  return (
    <Table caption={`Danh sách gọi điện: ${kind}`} className="print:text-xs">
      <thead>
        <tr>
          <Th numeric>STT</Th>
          <Th>Đơn vị</Th>
          <Th>Còn nợ</Th>
          <Th>Đầu mối</Th>
          <Th>Lãnh đạo</Th>
          <Th>Cơ quan</Th>
          <Th className="w-[18%]">Đã gọi, ghi chú</Th>
        </tr>
      </thead>
      <tbody>
        {units.map((unit, index) => (
          <Tr key={unit.unitId}>
            <Td label="STT" numeric>
              {index + 1}
            </Td>
            <Td label="Đơn vị" className="font-medium">
              {unit.name}
            </Td>
            <Td label="Còn nợ">{silenceWords(unit)}</Td>
            <Td label="Đầu mối">{person(unit.contactName, unit.contactPhone)}</Td>
            <Td label="Lãnh đạo">{person(unit.leadName, unit.leadPhone)}</Td>
            <Td label="Cơ quan" className="whitespace-nowrap">
              {unit.phone ? groupPhone(unit.phone) : "…"}
            </Td>
            <Td label="Đã gọi, ghi chú">{unit.call ? callSentence(unit.call) : null}</Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}
