import { hourWords } from "@/components/duty/span-text";
import { Table } from "@/components/ui/table";
import { lunarShort } from "@/lib/campaigns/calendar/rules";
import { dayRuns } from "@/lib/duty/rosters/paper/rules";
import type { RosterShiftView, RosterView } from "@/lib/duty/rosters/queries";
import { type RosterRow, rosterRows } from "@/lib/duty/rosters/rules";
import { formatDay, formatInstant, formatWeekday, isoDay, now } from "@/lib/time";
import { OfficialHead } from "./official-head";
import { SignatureBlock } from "./signature-block";

type Row = RosterRow<RosterShiftView>;

const cell = "border border-line-strong px-1.5 py-1 align-top";
const head = `${cell} text-center font-semibold`;

/** Lịch trực as it is signed and hung up: A4 across, each day once, leader and staff side by side. */
export function RosterPaper({ roster }: { roster: RosterView }) {
  const { unit, campaign, publishedAt, edition } = roster;
  const days = dayRuns(rosterRows(roster, roster.shifts, roster.pattern));
  return (
    <article
      aria-label="Lịch trực, bản in"
      data-paper="wide"
      className="rounded-lg border border-line bg-surface px-5 py-7 shadow-card sm:px-10 print:border-0 print:p-0 print:shadow-none"
    >
      <OfficialHead body={unit.name} at={publishedAt ?? now()} />
      <div className="mt-6 mb-4 text-center">
        <p className="text-lg font-semibold">{publishedAt ? "LỊCH TRỰC" : "LỊCH TRỰC (DỰ THẢO)"}</p>
        <p className="font-semibold">{campaign.name}</p>
        <p className="italic">
          (Từ {formatInstant(roster.startsAt)} đến {formatInstant(roster.endsAt)}
          {edition > 1 ? `; bản điều chỉnh lần ${edition - 1}` : ""})
        </p>
      </div>
      <Table caption={`Lịch trực ${unit.name}`} layout="scroll" className="border-collapse!">
        <thead>
          <tr>
            <th rowSpan={2} className={head}>
              Thứ, ngày
            </th>
            <th rowSpan={2} className={head}>
              Ngày âm
            </th>
            <th rowSpan={2} className={head}>
              Ca
            </th>
            <th colSpan={3} scope="colgroup" className={head}>
              Trực lãnh đạo
            </th>
            <th colSpan={3} scope="colgroup" className={head}>
              Trực chuyên môn
            </th>
            <th rowSpan={2} className={head}>
              Ghi chú
            </th>
          </tr>
          <tr>
            {["leader", "staff"].flatMap((post) =>
              ["Họ tên", "Chức vụ", "Điện thoại"].map((name) => (
                <th key={`${post}${name}`} scope="col" className={head}>
                  {name}
                </th>
              )),
            )}
          </tr>
        </thead>
        {days.map((rows) => (
          <tbody key={rows[0]?.startsAt.toISOString()} className="break-inside-avoid">
            {rows.map((row, index) => (
              <tr key={`${row.startsAt.toISOString()}${row.endsAt.toISOString()}${row.gap}`}>
                {index === 0 ? <Day at={row.startsAt} rows={rows.length} /> : null}
                <td className={`${cell} whitespace-nowrap tabular-nums`}>{hourWords(row)}</td>
                <People shifts={row.leaders} />
                <People shifts={row.staff} />
                <td className={cell}>{row.gap ? "Chưa có người trực" : ""}</td>
              </tr>
            ))}
          </tbody>
        ))}
      </Table>
      <SignatureBlock
        recipients={[`${campaign.createdBy.unit.name};`, "Các bộ phận, người có tên;", "Lưu: VT."]}
        maker="Người lập"
        position="Thủ trưởng đơn vị"
      />
    </article>
  );
}

function Day({ at, rows }: { at: Date; rows: number }) {
  return (
    <>
      <th rowSpan={rows} scope="rowgroup" className={`${cell} text-start font-semibold`}>
        {formatWeekday(at)}, <span className="whitespace-nowrap">{formatDay(at)}</span>
      </th>
      <td rowSpan={rows} className={`${cell} text-center tabular-nums`}>
        {lunarShort(isoDay(at))}
      </td>
    </>
  );
}

/** Name, title and telephone, a line a person in each of the three columns. */
function People({ shifts }: { shifts: Row["staff"] }) {
  const lines = (of: (person: RosterShiftView["person"]) => string) =>
    shifts.map(({ id, person }) => (
      <span key={id} className="block">
        {of(person)}
      </span>
    ));
  return (
    <>
      <td className={cell}>{lines(({ name }) => name)}</td>
      <td className={cell}>{lines(({ title }) => title)}</td>
      <td className={`${cell} whitespace-nowrap tabular-nums`}>{lines(({ phone }) => phone)}</td>
    </>
  );
}
