import { cx } from "@/components/ui/class-names";
import {
  dayName,
  lunarLabel,
  lunarShort,
  weekdayNumber,
  weekdayOf,
  weeksOf,
} from "@/lib/campaigns/calendar/rules";
import { formatCivilDay } from "@/lib/campaigns/rules";

export type CalendarEvent = {
  kind: "holiday" | "occasion" | "campaign";
  name: string;
  firstOn: string;
  lastOn: string;
};

type Props = { month: string; today: string; events: CalendarEvent[] };

const WEEKDAYS = [
  ["T2", "Thứ Hai"],
  ["T3", "Thứ Ba"],
  ["T4", "Thứ Tư"],
  ["T5", "Thứ Năm"],
  ["T6", "Thứ Sáu"],
  ["T7", "Thứ Bảy"],
  ["CN", "Chủ Nhật"],
] as const;

/** Each kind has a letter for a narrow cell, a shape and a colour. */
export const eventMarks = {
  holiday: {
    letter: "N",
    label: "Nghỉ lễ",
    style: "bg-danger-bg text-danger-ink border-danger-line",
  },
  occasion: {
    letter: "D",
    label: "Dịp",
    style: "bg-warning-bg text-warning-ink border-warning-line",
  },
  campaign: {
    letter: "Đ",
    label: "Đợt cao điểm",
    style: "bg-info-bg text-info-ink border-info-line",
  },
} as const;

/** A month in both calendars; what falls on a day stands in its cell, in a letter on a phone. */
export function MonthCalendar({ month, today, events }: Props) {
  const title = `Tháng ${Number(month.slice(5))} năm ${month.slice(0, 4)}`;
  return (
    <table className="w-full table-fixed border-collapse text-sm">
      <caption className="sr-only">{title}, dương lịch và âm lịch</caption>
      <thead>
        <tr>
          {WEEKDAYS.map(([short, full]) => (
            <th key={short} scope="col" className="py-2 text-center text-xs text-ink-muted">
              <abbr title={full} className="no-underline">
                {short}
              </abbr>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeksOf(month).map((week) => (
          <tr key={week[0]}>
            {week.map((day) => (
              <DayCell
                key={day}
                day={day}
                outside={!day.startsWith(month)}
                isToday={day === today}
                events={events.filter(({ firstOn, lastOn }) => firstOn <= day && day <= lastOn)}
              />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

type CellProps = { day: string; outside: boolean; isToday: boolean; events: CalendarEvent[] };

function DayCell({ day, outside, isToday, events }: CellProps) {
  const free = weekdayNumber(day) === 0 || events.some(({ kind }) => kind === "holiday");
  return (
    <td
      aria-current={isToday ? "date" : undefined}
      className={cx(
        "h-20 border border-line p-1 align-top sm:h-28 sm:p-2",
        outside && "bg-subtle",
        isToday && "outline-2 -outline-offset-2 outline-accent",
      )}
    >
      <span className="sr-only">
        {isToday ? "Hôm nay, " : ""}
        {weekdayOf(day)} {formatCivilDay(day)}, âm lịch {lunarLabel(day)}, ngày {dayName(day)}.
      </span>
      <span aria-hidden className="flex flex-col sm:flex-row sm:items-baseline sm:justify-between">
        <span
          className={cx(
            "font-semibold tabular-nums sm:text-lg",
            free ? "text-danger-ink" : "text-ink",
            outside && "font-normal",
          )}
        >
          {Number(day.slice(8))}
        </span>
        <span className="text-xs text-ink-muted tabular-nums">{lunarShort(day)}</span>
      </span>
      {events.length > 0 ? (
        <ul className="mt-1 flex flex-wrap gap-0.5 sm:grid sm:gap-1">
          {events.map((event) => (
            <li
              key={`${event.kind} ${event.name}`}
              className={cx(
                "rounded-sm border px-1 text-xs leading-snug sm:line-clamp-2 print:line-clamp-none",
                eventMarks[event.kind].style,
              )}
            >
              <span aria-hidden className="font-semibold sm:hidden">
                {eventMarks[event.kind].letter}
              </span>
              <span className="max-sm:sr-only">
                <span className="sr-only">{eventMarks[event.kind].label}: </span>
                {event.name}
              </span>
            </li>
          ))}
        </ul>
      ) : null}
    </td>
  );
}
