import { Badge } from "@/components/ui/badge";
import { Table, Td, Th, Tr } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import { rosterStateOf } from "@/lib/duty/rosters/labels";
import type { RosterListRow } from "@/lib/duty/rosters/queries";
import { formatInstant } from "@/lib/time";

type Props = { rows: RosterListRow[]; withUnit: boolean };

export function RosterList({ rows, withUnit }: Props) {
  return (
    <Table caption="Lịch trực">
      <thead>
        <tr>
          {withUnit ? <Th>Đơn vị</Th> : null}
          <Th>Đợt</Th>
          <Th>Thời gian</Th>
          <Th>Trạng thái</Th>
          <Th numeric>Ca</Th>
          <Th numeric>Người</Th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => {
          const state = rosterStateOf(row);
          return (
            <Tr key={row.id}>
              {withUnit ? (
                <Td label="Đơn vị">
                  <TextLink href={`/duty/rosters/${row.id}`} className="font-medium">
                    {row.unitName}
                  </TextLink>
                </Td>
              ) : null}
              <Td label="Đợt">
                {withUnit ? (
                  row.campaignName
                ) : (
                  <TextLink href={`/duty/rosters/${row.id}`} className="font-medium">
                    {row.campaignName}
                  </TextLink>
                )}
              </Td>
              <Td label="Thời gian" className="tabular-nums">
                {formatInstant(row.startsAt)} – {formatInstant(row.endsAt)}
              </Td>
              <Td label="Trạng thái">
                <Badge tone={state.tone}>{state.text}</Badge>
              </Td>
              <Td label="Ca" numeric>
                {row.shifts}
              </Td>
              <Td label="Người" numeric>
                {row.people}
              </Td>
            </Tr>
          );
        })}
      </tbody>
    </Table>
  );
}
