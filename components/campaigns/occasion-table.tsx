import { Table, Td, Th, Tr } from "@/components/ui/table";
import { dayName, weekdayOf } from "@/lib/campaigns/calendar/rules";
import { civilRange, lunarRange } from "@/lib/campaigns/labels";
import type { Occasion } from "@/lib/campaigns/schema";

export function OccasionTable({ occasions }: { occasions: Occasion[] }) {
  return (
    <Table caption="Các dịp trong đợt">
      <thead>
        <tr>
          <Th>Dịp</Th>
          <Th>Dương lịch</Th>
          <Th>Âm lịch</Th>
        </tr>
      </thead>
      <tbody>
        {occasions.map(({ name, firstOn, lastOn }) => (
          <Tr key={`${name} ${firstOn}`}>
            <Td label="Dịp" className="font-medium">
              {name}
            </Td>
            <Td label="Dương lịch">
              <div>
                <span className="tabular-nums">{civilRange(firstOn, lastOn)}</span>
                <span className="block text-xs text-ink-muted">
                  {firstOn === lastOn
                    ? weekdayOf(firstOn)
                    : `${weekdayOf(firstOn)} - ${weekdayOf(lastOn)}`}
                </span>
              </div>
            </Td>
            <Td label="Âm lịch">
              <div>
                {lunarRange(firstOn, lastOn)}
                <span className="block text-xs text-ink-muted">
                  {firstOn === lastOn ? "" : "bắt đầu "}ngày {dayName(firstOn)}
                </span>
              </div>
            </Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}
