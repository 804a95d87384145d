import { bareName, hasCode, namedLike, prefixOf, writtenDay } from "../rules";
import type { EndingUnit, NewUnit, PlanError, PlanRow, PlanUnit, Succession } from "../schema";

type Given = { rows: PlanRow[]; units: PlanUnit[]; day: string; newId: () => string };
type Say = (row: number, message: string) => void;
type Placed = { row: number; plan: PlanRow; unit: PlanUnit };
type Group = { code: string; name: string; members: Placed[] };
type Heir = { id: string; name: string; created: NewUnit | null };

/** Finds the unit of each row and who takes over, or says by row why it cannot. */
export function planSuccession({ rows, units, day, newId }: Given): Succession {
  const errors: PlanError[] = [];
  const say: Say = (row, message) => errors.push({ row, message });
  const lasting = units.filter(({ validTo }) => validTo === null || validTo > day);
  const alive = lasting.filter(({ validFrom }) => validFrom < day);
  // A successor may have been entered beforehand, from the very day.
  const onDay = lasting.filter(({ validFrom }) => validFrom <= day);

  const placed = placeRows(rows, alive, day, say);
  const groups = groupBySuccessor(placed, say);
  const staying = new Set(groups.flatMap((group) => goesOn(group)));
  const leaving = groups
    .flatMap(({ members }) => members)
    .filter(({ unit }) => !staying.has(unit.id));
  const gone = new Set(leaving.map(({ unit }) => unit.id));

  const heirs = new Map(groups.map((group) => [group, heirOf(group, { onDay, gone, newId })]));
  const ending = groups.flatMap((group) => endingOf(group, heirs.get(group), gone));
  const created = [...heirs.values()].flatMap((heir) => heir.created ?? []);
  const parents = new Map(ending.map(({ unit, successor }) => [unit.id, successor.id]));
  for (const unit of created) unit.parentId = parents.get(unit.parentId ?? "") ?? unit.parentId;
  refuseCodesHeld(created, { lasting, gone, ending }, say);
  refuseCycles({ onDay, created, parents, gone }, ending, say);

  const known = new Set([
    ...placed.map(({ unit }) => unit.id),
    ...[...heirs.values()].map(({ id }) => id),
  ]);
  return {
    ending,
    created,
    continuing: onDay.filter(({ id }) => known.has(id) && !gone.has(id)),
    errors: errors.sort((a, b) => (a.row ?? 0) - (b.row ?? 0)),
  };
}

function placeRows(rows: PlanRow[], alive: PlanUnit[], day: string, say: Say) {
  const seen = new Map<string, number>();
  const named = new Map(alive.flatMap((unit) => namesOf(unit).map((name) => [name, unit])));
  return rows.flatMap((plan, index): Placed[] => {
    const row = index + 1;
    const [unit, another] = matching(alive, plan.code, plan.name);
    if (another)
      say(row, `Có hai đơn vị khớp mã ${plan.code}: ghi mã đầy đủ, ví dụ ${another.code}.`);
    if (!unit) say(row, notFound(plan, { alive, named }, day));
    if (!unit) return [];
    const earlier = seen.get(unit.id);
    if (earlier) say(row, `${unit.name} đã có ở dòng ${earlier}.`);
    seen.set(unit.id, earlier ?? row);
    return earlier ? [] : [{ row, plan, unit }];
  });
}

type Known = { alive: PlanUnit[]; named: Map<string, PlanUnit> };

/** Codes go over to other names and names to other codes, so a half match is told, never taken. */
function notFound({ code, name }: PlanRow, { alive, named }: Known, day: string) {
  const holder = alive.find((unit) => hasCode(unit.code, code));
  const namesake = named.get(bareName(name));
  const wanted = `Không có “${name}” mang mã ${code} đang hoạt động trước ngày ${writtenDay(day)}.`;
  if (holder) return `${wanted} Mã này đang thuộc ${holder.name}.`;
  return namesake ? `${wanted} ${namesake.name} đang mang mã ${namesake.code}.` : wanted;
}

function groupBySuccessor(placed: Placed[], say: Say) {
  const groups = new Map<string, Group>();
  const names = new Map<string, string>();
  for (const one of placed) {
    const { successorCode: code, successorName: name } = one.plan;
    if (!code && !name) continue;
    if (!code || !name) say(one.row, "Đơn vị kế thừa phải có cả mã và tên.");
    if (!code || !name) continue;
    const other = names.get(code);
    if (other && bareName(other) !== bareName(name)) {
      say(one.row, `Mã kế thừa ${code} có hai tên: “${other}” và “${name}”.`);
      continue;
    }
    names.set(code, other ?? name);
    const key = `${code} ${bareName(name)}`;
    const group = groups.get(key) ?? { code, name, members: [] };
    group.members.push(one);
    groups.set(key, group);
  }
  return [...groups.values()];
}

/** Alone and with the same code and name: nothing changes. Merged with others it is a new unit. */
function goesOn({ code, name, members }: Group) {
  const [only] = members;
  if (!only || members.length > 1) return [];
  return hasCode(only.unit.code, code) && isNamed(only.unit, name) ? [only.unit.id] : [];
}

type Around = { onDay: PlanUnit[]; gone: Set<string>; newId: () => string };

function heirOf({ code, name, members }: Group, { onDay, gone, newId }: Around): Heir {
  const [there] = matching(onDay, code, name).filter(({ id }) => !gone.has(id));
  if (there) return { id: there.id, name: there.name, created: null };

  const lead =
    members.find(({ unit }) => isNamed(unit, name)) ??
    members.find(({ plan }) => plan.code === code) ??
    members[0];
  if (!lead) throw new Error("a successor without a predecessor");
  const { unit, plan } = lead;
  const created: NewUnit = {
    id: newId(),
    code: `${prefixOf(unit.code, plan.code)}${code}`,
    name: namedLike(unit.name, name),
    shortName: name.slice(0, 80),
    kindCode: unit.kindCode,
    parentId: unit.parentId,
    phone: unit.phone,
  };
  return { id: created.id, name: created.name, created };
}

function endingOf({ members }: Group, heir: Heir | undefined, gone: Set<string>): EndingUnit[] {
  if (!heir) return [];
  const successor = { id: heir.id, name: heir.name, created: heir.created !== null };
  return members
    .filter(({ unit }) => gone.has(unit.id))
    .map(({ row, unit }) => ({ row, unit, successor }));
}

type Outcome = { lasting: PlanUnit[]; gone: Set<string>; ending: EndingUnit[] };

function refuseCodesHeld(created: NewUnit[], { lasting, gone, ending }: Outcome, say: Say) {
  for (const unit of created) {
    const holder = lasting.find(({ id, code }) => code === unit.code && !gone.has(id));
    const row = ending.find(({ successor }) => successor.id === unit.id)?.row ?? 1;
    if (holder)
      say(row, `Mã ${unit.code} vẫn thuộc ${holder.name}, đơn vị này không có trong phương án.`);
  }
}

type Tree = {
  onDay: PlanUnit[];
  created: NewUnit[];
  parents: Map<string, string>;
  gone: Set<string>;
};

/** A district that goes into a commune below it would make a circle of parents. */
function refuseCycles({ onDay, created, parents, gone }: Tree, ending: EndingUnit[], say: Say) {
  const above = new Map<string, string | null>();
  for (const { id, parentId } of [...onDay.filter(({ id }) => !gone.has(id)), ...created]) {
    const next = parentId ? (parents.get(parentId) ?? parentId) : null;
    above.set(id, next === id ? null : next);
  }
  for (const { row, successor } of ending) {
    const met = new Set<string>();
    let at: string | null | undefined = successor.id;
    while (at && !met.has(at)) {
      met.add(at);
      at = above.get(at);
    }
    if (at) say(row, `${successor.name} lại trực thuộc chính đơn vị mà nó kế thừa.`);
  }
}

/** The whole code goes before one with letters of the district's own in front. */
function matching(units: PlanUnit[], code: string, name: string) {
  const found = units.filter((unit) => hasCode(unit.code, code) && isNamed(unit, name));
  const whole = found.filter((unit) => unit.code === code);
  return whole.length > 0 ? whole : found;
}

const namesOf = ({ name, shortName, aliases }: PlanUnit) =>
  [name, shortName, ...aliases].map(bareName);

const isNamed = (unit: PlanUnit, wanted: string) => namesOf(unit).includes(bareName(wanted));
