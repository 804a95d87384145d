import { PhoneLink } from "@/components/ui/phone-link";
import { Table, Td, Th, Tr } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import type { PictureFilter } from "@/lib/compliance/schema";
import type { ComplianceUnitRow } from "@/lib/compliance/units/queries";
import { DayDots } from "./day-dots";
import { pictureAddress } from "./picture-address";
import { SinceText } from "./since-text";
import { VerdictBadge } from "./verdict-badge";

type Props = { caption: string; rows: ComplianceUnitRow[]; measure: string; filter: PictureFilter };

/** Units with what was observed of each, in trouble first; each leads to the rows behind it. */
export function UnitTable({ caption, rows, measure, filter }: Props) {
  const page = (unitId: string) =>
    measure === "all" ? `/command/units/${unitId}` : `/command/obligations/${measure}/${unitId}`;
  return (
    <Table caption={caption}>
      <thead>
        <tr>
          <Th>Đơn vị</Th>
          <Th className="w-36">Mức</Th>
          <Th>Đo được</Th>
          <Th className="w-44">Từng ngày</Th>
          <Th className="w-40">Điện thoại</Th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Tr key={row.unitId}>
            <Th scope="row">
              <TextLink href={pictureAddress(page(row.unitId), filter)}>{row.name}</TextLink>
              <span className="block text-xs font-normal text-ink-muted">{row.kindLabel}</span>
            </Th>
            <Td label="Mức">
              <VerdictBadge verdict={row.verdict} />
            </Td>
            <Td label="Đo được">
              <span className="grid">
                {row.says}
                <SinceText since={row.since} verdict={row.verdict} />
              </span>
            </Td>
            <Td label="Từng ngày">
              <DayDots days={row.days} />
            </Td>
            <Td label="Điện thoại">
              {row.phone ? <PhoneLink phone={row.phone} name={row.name} /> : "–"}
            </Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}
