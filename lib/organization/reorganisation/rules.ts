import { foldVietnamese } from "@/lib/text";
import {
  type Load,
  PLAN_LIMITS,
  type PlanError,
  type PlanFile,
  type PlanView,
  planFileSchema,
  type Succession,
} from "./schema";

type Reading = { file: PlanFile; errors: [] } | { file: null; errors: PlanError[] };

/** Reads a plan file; never throws, whatever the text is. */
export function readPlan(text: string): Reading {
  if (text.length > PLAN_LIMITS.bytes) return wrong("Tệp lớn hơn 5 MB.");
  const json = parse(text);
  if (json === undefined) return wrong("Tệp không phải JSON. Chọn đúng tệp phương án sắp xếp.");
  const read = planFileSchema.safeParse(json);
  if (read.success) return { file: read.data, errors: [] };
  return {
    file: null,
    errors: read.error.issues.slice(0, 200).map(({ path, message }) => sayIssue(path, message)),
  };
}

function sayIssue(path: PropertyKey[], message: string): PlanError {
  const [list, index, field] = path;
  if (list !== "units")
    return { row: null, message: `Trường ${String(list ?? "gốc")} không đúng dạng.` };
  if (typeof index !== "number")
    return { row: null, message: "Thiếu danh sách đơn vị (units), hoặc danh sách trống." };
  const said = /^thiếu/.test(message) ? message : `trường ${String(field ?? "")} không đúng dạng`;
  return { row: index + 1, message: `${said[0]?.toUpperCase()}${said.slice(1)}.` };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch {
    return undefined;
  }
}

/** `UBND xã Hữu Liên` and `Xã Hữu Liên` are one name. */
export const bareName = (name: string) =>
  foldVietnamese(name).replace(/^(ubnd|uy ban nhan dan) /, "");

/** A district may put letters of its own before the official code: `HL-06400`. */
export const hasCode = (stored: string, code: string) =>
  stored === code || stored.endsWith(`-${code}`);

/** `HL-` of `HL-06400`. */
export const prefixOf = (stored: string, code: string) =>
  stored.slice(0, stored.length - code.length);

/** Called as its predecessor was: `UBND xã Hữu Liên` after `UBND xã Yên Thịnh`. */
export function namedLike(predecessor: string, name: string) {
  const body = /^UBND\s/.test(predecessor) && !/^(UBND|Ủy ban)\s/i.test(name);
  return body ? `UBND ${name[0]?.toLowerCase() ?? ""}${name.slice(1)}` : name;
}

/** What makes two files the same plan: the rows, not their order nor the day. */
export const planRows = (file: PlanFile) =>
  file.units
    .map(({ code, name, successorCode, successorName }) =>
      [code, name, successorCode ?? "", successorName ?? ""].map((part) => part.normalize("NFC")),
    )
    .sort((a, b) => (a.join("|") < b.join("|") ? -1 : 1));

type Heading = Pick<PlanView, "planHash" | "title" | "effectiveOn">;

/** The plan as a person reads it, with what goes on from each unit. */
export function viewOf(
  { ending, created, continuing }: Succession,
  loads: ({ unitId: string } & Load)[],
  heading: Heading,
): PlanView {
  const byUnit = new Map(loads.map((load) => [load.unitId, load]));
  const takenFrom = (id: string) =>
    ending.filter(({ successor }) => successor.id === id).map(({ unit }) => unit.name);
  return {
    ...heading,
    ending: ending.map(({ unit, successor }) => ({
      ...nothing,
      ...byUnit.get(unit.id),
      unitId: unit.id,
      code: unit.code,
      name: unit.name,
      successor: successor.name,
      created: successor.created,
    })),
    created: created.map(({ id, code, name }) => ({ code, name, from: takenFrom(id) })),
    continuing: continuing.map(({ id, code, name }) => ({ code, name, takesIn: takenFrom(id) })),
    totals: loads.reduce((sum, load) => addLoads(sum, load), nothing),
  };
}

const nothing: Load = {
  people: 0,
  assignments: 0,
  receipts: 0,
  reminders: 0,
  advisories: 0,
  machines: 0,
  groups: 0,
};

const addLoads = (a: Load, b: Load): Load => ({
  people: a.people + b.people,
  assignments: a.assignments + b.assignments,
  receipts: a.receipts + b.receipts,
  reminders: a.reminders + b.reminders,
  advisories: a.advisories + b.advisories,
  machines: a.machines + b.machines,
  groups: a.groups + b.groups,
});

/** `01/07/2025` */
export const writtenDay = (day: string) => day.split("-").reverse().join("/");

const wrong = (message: string): Reading => ({ file: null, errors: [{ row: null, message }] });
