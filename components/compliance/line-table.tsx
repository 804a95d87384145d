import { Table, Td, Th, Tr } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import type { PictureFilter, Verdict } from "@/lib/compliance/schema";
import type { ToldLine } from "@/lib/compliance/units/queries";
import { DayDots } from "./day-dots";
import { pictureAddress } from "./picture-address";
import { SinceText } from "./since-text";
import { VerdictBadge } from "./verdict-badge";

type Line = ToldLine & { days: { day: string; verdict: Verdict }[] };
type Props = { unitId: string; lines: Line[]; filter: PictureFilter };

/** All that is measured of one unit. */
export function LineTable({ unitId, lines, filter }: Props) {
  return (
    <Table caption="Các nghĩa vụ của đơn vị">
      <thead>
        <tr>
          <Th>Nghĩa vụ</Th>
          <Th className="w-36">Mức</Th>
          <Th>Đo được</Th>
          <Th className="w-44">Từng ngày</Th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <Tr key={line.measure}>
            <Th scope="row">
              <TextLink
                href={pictureAddress(`/command/obligations/${line.measure}/${unitId}`, filter)}
              >
                {line.label}
              </TextLink>
              {line.byHand ? (
                <span className="block text-xs font-normal text-ink-muted">Đơn vị tự báo cáo</span>
              ) : null}
            </Th>
            <Td label="Mức">
              <VerdictBadge verdict={line.verdict} />
            </Td>
            <Td label="Đo được">
              <span className="grid">
                {line.says}
                <SinceText since={line.since} verdict={line.verdict} />
              </span>
            </Td>
            <Td label="Từng ngày">
              <DayDots days={line.days} />
            </Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}
