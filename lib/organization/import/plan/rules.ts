import type { PlannedUnit, RowError, StoredUnit, UnitLine } from "../schema";

type Plan = { units: PlannedUnit[]; created: number; errors: RowError[] };
type Given = { lines: UnitLine[]; stored: StoredUnit[]; today: string; newId: () => string };
type Say = (row: number, message: string) => void;

/** A unit as it will be after the import; `line` is null where the file says nothing of it. */
type Place = StoredUnit & { line: UnitLine | null };
type Planned = StoredUnit & { line: UnitLine };

/** Finds for each line the unit it means, its parent and its successor; or says why it cannot. */
export function planImport({ lines, stored, today, newId }: Given): Plan {
  const errors: RowError[] = [];
  const say: Say = (row, message) => errors.push({ row, message });

  const planned = placeLines({ lines, stored, today, newId }, say);
  const ours = new Set(planned.map(({ id }) => id));
  const untouched = stored
    .filter(({ id }) => !ours.has(id))
    .map((unit) => ({ ...unit, line: null }));
  const byCode = groupByCode<Place>([...untouched, ...planned]);
  for (const places of byCode.values()) refuseOverlaps(places, say);

  const units = planned.map((place) => {
    const parent = findParent(place, byCode, today, say);
    const successor = findSuccessor(place, byCode, say);
    place.parentId = parent?.id ?? place.parentId;
    const { row: _row, parentCode: _parent, successorCode: _successor, ...line } = place.line;
    return {
      ...line,
      id: place.id,
      validFrom: place.validFrom,
      parentId: parent?.id ?? null,
      successorId: successor?.id ?? null,
    };
  });
  refuseCycles([...untouched, ...planned], say);

  const existing = new Set(stored.map(({ id }) => id));
  const created = units.filter(({ id }) => !existing.has(id)).length;
  return { units, created, errors: errors.sort((a, b) => (a.row ?? 0) - (b.row ?? 0)) };
}

function placeLines({ lines, stored, today, newId }: Given, say: Say) {
  const known = groupByCode(stored);
  const planned = new Map<string, Planned>();
  for (const line of lines) {
    const unit = meantBy(line, known.get(line.code) ?? [], today);
    const { id, code } = unit ?? { id: newId(), code: line.code };
    const earlier = planned.get(id)?.line;
    if (earlier) say(line.row, `Mã ${code} đã có ở dòng ${earlier.row}.`);
    if (earlier) continue;
    planned.set(id, {
      id,
      code,
      parentId: unit?.parentId ?? null,
      validFrom: unit?.validFrom ?? line.validFrom ?? today,
      validTo: line.validTo ?? unit?.validTo ?? null,
      line,
    });
  }
  return [...planned.values()];
}

/** With a first day in the file, the unit of that day; without, today's holder of the code. */
function meantBy({ validFrom }: UnitLine, holders: StoredUnit[], today: string) {
  if (validFrom) return holders.find((unit) => unit.validFrom === validFrom);
  return holders.find((unit) => existsOn(unit, today)) ?? holders.find((u) => u.validFrom > today);
}

const existsOn = ({ validFrom, validTo }: StoredUnit, day: string) =>
  validFrom <= day && (validTo === null || validTo > day);

/** Units by code, the oldest first. */
function groupByCode<T extends StoredUnit>(units: T[]) {
  const groups = new Map<string, T[]>();
  for (const unit of units) {
    const group = groups.get(unit.code);
    if (group) group.push(unit);
    else groups.set(unit.code, [unit]);
  }
  for (const group of groups.values()) {
    group.sort((a, b) => (a.validFrom < b.validFrom ? -1 : Number(a.validFrom > b.validFrom)));
  }
  return groups;
}

function refuseOverlaps(places: Place[], say: Say) {
  places.forEach((place, index) => {
    const { validTo, validFrom, line } = place;
    if (line && validTo !== null && validTo <= validFrom && !line.validFrom) {
      say(line.row, `Ngày thôi hoạt động phải sau ngày bắt đầu ${written(validFrom)}.`);
    }
    const next = places[index + 1];
    if (!next || (validTo !== null && validTo <= next.validFrom)) return;
    if (line && next.line) {
      const [first, second] = [line.row, next.line.row].sort((a, b) => a - b);
      say(second ?? 0, `Mã ${place.code} đã có ở dòng ${first} trong cùng thời gian.`);
      return;
    }
    const [mine, other] = line ? [line, next] : [next.line, place];
    if (!mine) return;
    say(
      mine.row,
      `Mã ${place.code} đang thuộc đơn vị có từ ${written(other.validFrom)}; thêm một dòng cho đơn vị đó với ngày thôi hoạt động (valid_to).`,
    );
  });
}

function findParent(place: Planned, byCode: Map<string, Place[]>, today: string, say: Say) {
  const code = place.line.parentCode;
  if (!code) return null;
  const holders = byCode.get(code) ?? [];
  const day = existsOn(place, today) ? today : place.validFrom;
  const parent = holders.find((unit) => existsOn(unit, day)) ?? holders.at(-1);
  if (!parent)
    say(place.line.row, `Không tìm thấy cấp trên mã ${code} trong tệp hay trong danh mục.`);
  return parent ?? null;
}

function findSuccessor(place: Planned, byCode: Map<string, Place[]>, say: Say) {
  const code = place.line.successorCode;
  const day = place.validTo;
  if (!code) return null;
  if (!day) say(place.line.row, "Có đơn vị kế thừa thì phải có ngày thôi hoạt động (valid_to).");
  if (!day) return null;
  const successor = (byCode.get(code) ?? []).find((unit) => existsOn(unit, day));
  if (successor && successor.id !== place.id) return successor;
  say(
    place.line.row,
    `Không có đơn vị mã ${code} đang hoạt động vào ngày ${written(day)} để kế thừa.`,
  );
  return null;
}

/** Walks up from each line once; a walk that meets itself is a circle. */
function refuseCycles(places: Place[], say: Say) {
  const byId = new Map(places.map((place) => [place.id, place]));
  const settled = new Set<string>();
  for (const start of places) {
    const path: Place[] = [];
    const onPath = new Set<string>();
    let at: Place | undefined = start;
    while (at && !settled.has(at.id) && !onPath.has(at.id)) {
      path.push(at);
      onPath.add(at.id);
      at = at.parentId ? byId.get(at.parentId) : undefined;
    }
    if (at && onPath.has(at.id)) sayCycle(path.slice(path.indexOf(at)), say);
    for (const { id } of path) settled.add(id);
  }
}

function sayCycle(cycle: Place[], say: Say) {
  const rows = cycle.flatMap(({ line }) => (line ? [line.row] : []));
  const codes = [...cycle, ...cycle.slice(0, 1)].map(({ code }) => code);
  const shown = codes.length > 6 ? [...codes.slice(0, 5), "…"] : codes;
  if (rows.length > 0) say(Math.min(...rows), `Cấp trên đi vòng: ${shown.join(" → ")}.`);
}

const written = (day: string) => day.split("-").reverse().join("/");
