import { type Role, roles } from "@/lib/auth/actor";
import { roleLabels } from "@/lib/identity/labels";
import { usernameSchema } from "@/lib/identity/people/schema";
import { isPhone } from "@/lib/organization/schema";
import { foldVietnamese } from "@/lib/text";
import { roleMismatch } from "../rules";
import { columns } from "./labels";
import {
  type KnownUnit,
  PEOPLE_FILE_LIMITS,
  type PersonFault,
  type PersonLine,
  type PlannedPerson,
} from "./schema";

type Table = { row: number; cells: string[] }[];
type Say = (message: string) => void;
type Cell = (key: keyof typeof columns) => string;

/** Reads the people of a table, with what is wrong by row. Never throws. */
export function readPeople([header, ...body]: Table) {
  if (!header) return wrong("Tệp trống. Dòng đầu phải là tên các cột: Họ tên, Vai trò, Đơn vị…");
  const names = header.cells.map(foldVietnamese);
  const missing = Object.values(columns).filter(
    ({ required, names: known }) => required && !known.some((name) => names.includes(name)),
  );
  if (missing.length > 0) {
    return wrong(`Thiếu cột ${missing.map(({ title }) => title).join(", ")}.`, header.row);
  }
  if (body.length === 0) return wrong("Tệp chỉ có dòng tên cột, chưa có ai.");
  if (body.length > PEOPLE_FILE_LIMITS.rows) {
    return wrong("Tệp có hơn 2.000 người. Chia thành nhiều tệp.");
  }

  const errors: PersonFault[] = [];
  const lines = body.map(({ row, cells }) => {
    const cell: Cell = (key) => {
      const at = names.findIndex((name) => columns[key].names.includes(name));
      return at < 0 ? "" : (cells[at] ?? "");
    };
    return readLine(row, cell, (message) => errors.push({ row, message }));
  });
  return { lines, errors };
}

function readLine(row: number, cell: Cell, say: Say): PersonLine {
  const fullName = cell("fullName");
  if (fullName.length < 2 || fullName.length > 120) say("Họ tên cần từ 2 đến 120 ký tự.");
  const title = cell("title");
  if (title.length > 120) say("Chức vụ dài hơn 120 ký tự.");
  const phone = cell("phone");
  if (phone && !isPhone(phone)) say(`Số điện thoại “${short(phone)}” không đúng dạng.`);
  const role = roleNamed(cell("role"));
  if (!role) say(`Không rõ vai trò “${short(cell("role"))}”. Ghi một trong: ${known}.`);
  const unit = cell("unit");
  if (!unit) say("Thiếu đơn vị.");
  const username = usernameOf(cell("username"), say);
  return { row, fullName, title, phone: phone || null, role: role ?? "unit_staff", unit, username };
}

const known = Object.values(roleLabels).join(", ");

function roleNamed(text: string): Role | undefined {
  const wanted = foldVietnamese(text);
  return roles.find((role) => role === wanted || foldVietnamese(roleLabels[role]) === wanted);
}

function usernameOf(text: string, say: Say) {
  if (!text) return "";
  const read = usernameSchema.safeParse(text);
  if (!read.success) say(read.error.issues[0]?.message ?? "Tên đăng nhập không đúng dạng.");
  return read.data ?? "";
}

type Given = {
  lines: PersonLine[];
  units: KnownUnit[];
  taken: string[];
  newId: () => string;
};

/** Finds the unit of each and a sign-in name of their own, or says by row why it cannot. */
export function planPeople({ lines, units, taken, newId }: Given) {
  const errors: PersonFault[] = [];
  const findUnit = unitFinder(units);
  const used = new Map(taken.map((username) => [username, 0]));
  for (const { username, row } of lines.filter(({ username }) => username)) {
    const earlier = used.get(username);
    if (earlier === undefined) used.set(username, row);
    else errors.push({ row, message: alreadyTaken(username, earlier) });
  }

  const people = lines.flatMap(({ row, unit: wanted, ...line }): PlannedPerson[] => {
    const found = findUnit(wanted);
    if (typeof found === "string") errors.push({ row, message: found });
    if (typeof found === "string") return [];
    const mismatch = roleMismatch(line.role, found.home);
    if (mismatch) errors.push({ row, message: mismatch });
    const username = line.username || freeName(line.fullName, used);
    used.set(username, row);
    return [{ ...line, username, id: newId(), unitId: found.id, unitName: found.name }];
  });
  return { people, errors: errors.sort((a, b) => (a.row ?? 0) - (b.row ?? 0)) };
}

const alreadyTaken = (username: string, row: number) =>
  row > 0
    ? `Tên đăng nhập “${username}” đã có ở dòng ${row}.`
    : `Đã có tài khoản “${username}”. Đổi tên, hoặc bỏ dòng này.`;

/** By code, name, short name or alias; with or without marks; two that fit are told apart by code. */
function unitFinder(units: KnownUnit[]) {
  const byName = new Map<string, KnownUnit[]>();
  for (const unit of units) {
    const names = new Set([unit.name, unit.shortName, ...unit.aliases].map(foldVietnamese));
    for (const name of names) byName.set(name, [...(byName.get(name) ?? []), unit]);
  }
  const byCode = new Map(units.map((unit) => [foldVietnamese(unit.code), unit]));
  return (wanted: string): KnownUnit | string => {
    const text = foldVietnamese(wanted);
    const coded = byCode.get(text);
    const [named, another] = byName.get(text) ?? [];
    if (coded) return coded;
    if (another) return `Có hai đơn vị tên “${short(wanted)}”. Ghi mã đơn vị.`;
    return named ?? `Không tìm thấy đơn vị “${short(wanted)}” đang hoạt động.`;
  };
}

/** `Nguyễn Thị Thu Hà` is `hantt`, the next one `hantt2`: given name, then the initials before it. */
function freeName(fullName: string, used: Map<string, number>) {
  const words = foldVietnamese(fullName)
    .replace(/[^a-z0-9 ]/g, "")
    .split(" ")
    .filter(Boolean);
  const given = words.at(-1) ?? "";
  const initials = words.slice(0, -1).map((word) => word[0]);
  const base = `${given}${initials.join("")}`.slice(0, 30).padEnd(3, "x");
  for (let count = 1; ; count++) {
    const username = count === 1 ? base : `${base}${count}`;
    if (!used.has(username)) return username;
  }
}

const short = (text: string) => (text.length > 60 ? `${text.slice(0, 60)}…` : text);

const wrong = (message: string, row: number | null = null) => ({
  lines: [],
  errors: [{ row, message }],
});
