import { lunarShort } from "@/lib/campaigns/calendar/rules";
import type { OfficialDocument } from "@/lib/documents/official/schema";
import { placeOf, superiorOf } from "@/lib/organization/rules";
import { formatDay, formatInstant, formatTime, formatWeekday, isoDay } from "@/lib/time";
import type { DutyPost, Span } from "../../schema";
import { type RosterShift, rosterRows } from "../rules";
import type { RosterPattern } from "../schema";

type NamedShift = RosterShift & { person: { name: string; title: string; phone: string } };
type Roster = Span & {
  unit: { name: string };
  campaign: { name: string };
  pattern: RosterPattern;
  shifts: NamedShift[];
};

const columns = [
  { title: "STT", width: 6 },
  { title: "Thứ, ngày", width: 22 },
  { title: "Ngày âm", width: 10 },
  { title: "Ca", width: 14 },
  { title: "Trực lãnh đạo", width: 26 },
  { title: "Chức vụ", width: 24 },
  { title: "Điện thoại", width: 15 },
  { title: "Trực chuyên môn", width: 26 },
  { title: "Chức vụ", width: 26 },
  { title: "Điện thoại", width: 15 },
  { title: "Ghi chú", width: 18 },
];

/** Lịch trực in the customary form, for a workbook. */
export function rosterSheet(roster: Roster) {
  const rows = rosterRows(roster, roster.shifts, roster.pattern);
  const lines = (people: NamedShift[], of: (person: NamedShift["person"]) => string) =>
    people.map(({ person }) => of(person)).join("\n");
  return {
    name: "Lịch trực",
    heading: [
      `LỊCH TRỰC ${roster.campaign.name.toUpperCase()}`,
      roster.unit.name,
      `Từ ${formatTime(roster.startsAt)} ${formatDay(roster.startsAt)} đến ${formatTime(roster.endsAt)} ${formatDay(roster.endsAt)}`,
    ],
    columns,
    rows: rows.map(({ startsAt, endsAt, staff, leaders, gap }, index) => [
      index + 1,
      `${formatWeekday(startsAt)}, ${formatDay(startsAt)}`,
      lunarShort(isoDay(startsAt)),
      `${formatTime(startsAt)}–${formatTime(endsAt)}`,
      lines(leaders, ({ name }) => name),
      lines(leaders, ({ title }) => title),
      lines(leaders, ({ phone }) => phone),
      lines(staff, ({ name }) => name),
      lines(staff, ({ title }) => title),
      lines(staff, ({ phone }) => phone),
      gap ? "Chưa có người trực" : "",
    ]),
  };
}

type Printed = Roster & {
  unit: { parent: { name: string } | null };
  campaign: { createdBy: { unit: { name: string } } };
  publishedAt: Date | null;
  edition: number;
};

/** Lịch trực as it is signed and hung up: every row tells its day, so that none loses it on page two. */
export function rosterDocument(roster: Printed): OfficialDocument {
  const { unit, campaign, publishedAt, edition, startsAt, endsAt } = roster;
  const rows = rosterRows(roster, roster.shifts, roster.pattern);
  const led = roster.pattern.leader.length > 0 || rows.some(({ leaders }) => leaders.length > 0);
  const adjusted = edition > 1 ? ` (điều chỉnh lần ${edition - 1})` : "";
  return {
    title: `Lịch trực ${unit.name}, ${campaign.name}`,
    superior: superiorOf(unit),
    issuer: unit.name,
    number: null,
    symbol: "",
    place: placeOf(unit),
    date: publishedAt ? isoDay(publishedAt) : null,
    stamp: publishedAt ? undefined : "DỰ THẢO",
    type: "LỊCH TRỰC",
    subject: `${campaign.name}${adjusted}`,
    addressees: [],
    body: [
      {
        kind: "paragraph",
        text: `Thời gian trực: từ ${formatInstant(startsAt)} đến ${formatInstant(endsAt)}.`,
      },
      {
        kind: "table",
        caption: `Lịch trực ${unit.name}`,
        columns: [
          { title: "Thứ, ngày", width: 37 },
          { title: "Ca", width: 24, align: "center" },
          ...(led ? [{ title: "Trực lãnh đạo", width: 46 }] : []),
          { title: "Trực chuyên môn", width: 46 },
          { title: "Ghi chú", width: 18 },
        ],
        rows: rows.map((row) => [
          `${formatWeekday(row.startsAt)}, ${formatDay(row.startsAt)}\n(âm lịch ${lunarShort(isoDay(row.startsAt))})`,
          `${formatTime(row.startsAt)}–${formatTime(row.endsAt)}`,
          ...(led ? [peopleOf(row.leaders)] : []),
          peopleOf(row.staff),
          row.gap ? "Chưa có người trực" : "",
        ]),
      },
    ],
    closed: false,
    copies: [campaign.createdBy.unit.name, "Các bộ phận, người có tên", "Lưu: VT"],
    signatures: [
      { authority: ["Người lập"], name: "", note: "(Ký, ghi rõ họ tên)" },
      { authority: ["Thủ trưởng đơn vị"], name: "", note: "(Ký, ghi rõ họ tên)" },
    ],
    annexes: [],
  };
}

/** Name and title of each person, and on a line of its own the number to call. */
const peopleOf = (people: NamedShift[]) =>
  people
    .flatMap(({ person: { name, title, phone } }) => [
      [name, title].filter(Boolean).join(", "),
      phone && `ĐT ${phone}`,
    ])
    .filter(Boolean)
    .join("\n");

export type HoursRow = {
  name: string;
  title: string;
  post: DutyPost;
  shifts: number;
  hours: number;
  nightHours: number;
  weightedHours: number;
  takenShifts: number;
};

const hoursColumns = [
  { title: "STT", width: 6 },
  { title: "Họ tên", width: 28 },
  { title: "Chức vụ", width: 28 },
  { title: "Loại trực", width: 18 },
  { title: "Số ca", width: 10 },
  { title: "Số giờ", width: 10 },
  { title: "Giờ đêm (22–06)", width: 16 },
  { title: "Giờ quy đổi", width: 14 },
  { title: "Ca đã nhận", width: 12 },
];

/** Hours and weights per person, for allowances. */
export function hoursSheet(
  roster: Pick<Roster, "unit" | "campaign">,
  rows: HoursRow[],
  posts: Record<DutyPost, string>,
) {
  return {
    name: "Giờ trực",
    heading: [`GIỜ TRỰC ${roster.campaign.name.toUpperCase()}`, roster.unit.name],
    columns: hoursColumns,
    rows: rows.map((row, index) => [
      index + 1,
      row.name,
      row.title,
      posts[row.post],
      row.shifts,
      round(row.hours),
      round(row.nightHours),
      round(row.weightedHours),
      row.takenShifts,
    ]),
  };
}

const round = (value: number) => Math.round(value * 100) / 100;
