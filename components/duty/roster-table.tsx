import { Table, Td, Th, Tr } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import { lunarLabel } from "@/lib/campaigns/calendar/rules";
import type { RosterShiftView, RosterView } from "@/lib/duty/rosters/queries";
import { type RosterRow, rosterRows } from "@/lib/duty/rosters/rules";
import type { DutyPost } from "@/lib/duty/schema";
import { burdensOf } from "@/lib/duty/weights/rules";
import { formatDay, formatWeekday, isoDay, localInput } from "@/lib/time";
import { hourWords, spanWords } from "./span-text";

type Row = RosterRow<RosterShiftView>;
type Props = { roster: RosterView; editable: boolean };

/** Lịch trực in its customary form: day, lunar day, shift, leader on duty, staff on duty. */
export function RosterTable({ roster, editable }: Props) {
  const rows = rosterRows(roster, roster.shifts, roster.pattern);
  const withLeaders = roster.pattern.leader.length > 0 && roster.pattern.staff.length > 0;
  const link = (post: DutyPost, row: Row) =>
    `/duty/rosters/${roster.id}/shifts/new?${new URLSearchParams({
      post,
      from: localInput(row.startsAt),
      to: localInput(row.endsAt),
    })}`;
  const mainPost = roster.pattern.staff.length > 0 ? "staff" : "leader";

  return (
    <Table caption={`Lịch trực ${roster.unit.name}`}>
      <thead>
        <tr>
          <Th>Ngày</Th>
          <Th>Ca</Th>
          {withLeaders ? <Th>Trực lãnh đạo</Th> : null}
          <Th>{mainPost === "staff" ? "Trực chuyên môn" : "Trực lãnh đạo"}</Th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row, index) => (
          <Tr key={`${row.startsAt.toISOString()}${row.endsAt.toISOString()}${row.gap}`}>
            <Td label="Ngày">
              <DayCell row={row} before={rows[index - 1]} />
            </Td>
            <Td label="Ca" className="tabular-nums">
              <span className="font-medium whitespace-nowrap">{hourWords(row)}</span>
              <Burdens row={row} holidays={roster.policy.holidays} />
            </Td>
            {withLeaders ? (
              <Td label="Trực lãnh đạo">
                <People shifts={row.leaders} row={row} rosterId={roster.id} editable={editable} />
                {row.leaders.length === 0 ? (
                  <Hole
                    label="Chưa có lãnh đạo"
                    href={editable ? link("leader", row) : null}
                    row={row}
                  />
                ) : null}
              </Td>
            ) : null}
            <Td label={mainPost === "staff" ? "Trực chuyên môn" : "Trực lãnh đạo"}>
              <People
                shifts={mainPost === "staff" ? row.staff : row.leaders}
                row={row}
                rosterId={roster.id}
                editable={editable}
              />
              {row.gap ? (
                <Hole
                  label="Chưa có người"
                  href={editable ? link(mainPost, row) : null}
                  row={row}
                  strong
                />
              ) : null}
            </Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}

/** The day is told where it begins; read aloud and on a phone it stands in every row. */
function DayCell({ row, before }: { row: Row; before?: Row }) {
  const day = isoDay(row.startsAt);
  const repeated = before && isoDay(before.startsAt) === day;
  return (
    <span className={repeated ? "sm:sr-only" : "grid"}>
      <span className="font-medium whitespace-nowrap">
        {formatWeekday(row.startsAt)}, {formatDay(row.startsAt)}
      </span>
      <span className="text-ink-muted max-sm:ml-1">{lunarLabel(day)} âm lịch</span>
    </span>
  );
}

function Burdens({ row, holidays }: { row: Row; holidays: string[] }) {
  const burdens = burdensOf(row, holidays).filter((word) => word !== "cuối tuần");
  if (burdens.length === 0) return null;
  return <span className="block text-xs text-ink-muted">{burdens.join(", ")}</span>;
}

type PeopleProps = { shifts: RosterShiftView[]; row: Row; rosterId: string; editable: boolean };

function People({ shifts, row, rosterId, editable }: PeopleProps) {
  return (
    <span className="grid gap-1.5">
      {shifts.map((shift) => (
        <span key={shift.id} className="grid">
          {editable ? (
            <TextLink
              href={`/duty/rosters/${rosterId}/shifts/${shift.id}`}
              aria-label={`${shift.person.name}, ${spanWords(shift)}: đổi hoặc bỏ ca`}
              className="w-fit font-medium"
            >
              {shift.person.name}
            </TextLink>
          ) : (
            <span className="font-medium">{shift.person.name}</span>
          )}
          <span className="text-ink-muted">{shift.person.title}</span>
          <span className="whitespace-nowrap text-ink-muted tabular-nums">
            {shift.person.phone}
          </span>
          {sameSpan(shift, row) ? null : (
            <span className="text-xs text-ink-muted tabular-nums">{spanWords(shift)}</span>
          )}
        </span>
      ))}
    </span>
  );
}

const sameSpan = (a: RosterShiftView, b: Row) =>
  a.startsAt.getTime() === b.startsAt.getTime() && a.endsAt.getTime() === b.endsAt.getTime();

type HoleProps = { label: string; href: string | null; row: Row; strong?: boolean };

function Hole({ label, href, row, strong }: HoleProps) {
  return (
    <span className="flex flex-wrap items-center gap-x-3">
      <span className={strong ? "font-medium text-danger-ink" : "text-ink-muted"}>{label}</span>
      {href ? (
        <TextLink href={href} aria-label={`Xếp người: ${label.toLowerCase()}, ${spanWords(row)}`}>
          Xếp người
        </TextLink>
      ) : null}
    </span>
  );
}
