import { overlaps } from "../../coverage/rules";
import { type DutyPost, MINUTE, type Span } from "../../schema";
import { balance } from "./balance/rules";

export type Slot = Span & { post: DutyPost };

export type Candidate = {
  id: string;
  posts: readonly DutyPost[];
  /** Weighted hours above (or below) the others' mean, carried from earlier campaigns. */
  carried: number;
  leaves: readonly Span[];
  wishes: readonly Span[];
  /** Shifts this person has anyway, in this roster or another: kept, rested around. */
  held: readonly Span[];
  /** Weighted hours of those of them that are in this roster. */
  heldWeight: number;
};

export type Filling = {
  assigned: { slot: Slot; personId: string }[];
  unfilled: { slot: Slot; reason: UnfilledReason }[];
  /** Put on duty although asked not to be: nobody else's share allowed it. */
  unmetWishes: { slot: Slot; personId: string }[];
};

export type UnfilledReason = "nobody" | "leave" | "rest";

export type FillingTask = {
  slots: readonly Slot[];
  people: readonly Candidate[];
  minimumRestMinutes: number;
  weigh: (span: Span) => number;
};

/**
 * Shares the slots out so that weighted hours come as close to each other as leave and rest allow.
 * Leave and rest are never broken; wishes are kept as long as nobody's share grows by more than one
 * shift. The same task gives the same filling.
 */
export function fillRoster(task: FillingTask): Filling {
  // Heaviest first shares best; day by day leaves fewest empty where few people must alternate.
  const boards = [byWeight, byTime].map((order) => {
    const board = new Board(task);
    for (const index of board.indexes().sort((a, b) => order(board, a, b))) {
      const person = board.lightest(index);
      if (person !== null) board.put(index, person);
    }
    balance(board);
    return board;
  });
  const [first, second] = boards;
  if (!first || !second) throw new Error("a task is tried in two orders");
  const better = second.empty() - first.empty() || second.spread() - first.spread();
  return report(better < 0 ? second : first, task);
}

const byWeight = (board: Board, a: number, b: number) => board.weight(b) - board.weight(a) || a - b;
const byTime = ({ task }: Board, a: number, b: number) =>
  (task.slots[a]?.startsAt.getTime() ?? 0) - (task.slots[b]?.startsAt.getTime() ?? 0) || a - b;

function report(board: Board, { slots, people }: FillingTask): Filling {
  const filling: Filling = { assigned: [], unfilled: [], unmetWishes: [] };
  slots.forEach((slot, index) => {
    const owner = board.owner(index);
    const person = owner === null ? undefined : people[owner];
    if (!person) {
      filling.unfilled.push({ slot, reason: board.whyNobody(index) });
      return;
    }
    filling.assigned.push({ slot, personId: person.id });
    if (person.wishes.some((wish) => overlaps(wish, slot))) {
      filling.unmetWishes.push({ slot, personId: person.id });
    }
  });
  return filling;
}

/** Who has which slot, what it weighs on each, and who could take it. */
export class Board {
  readonly #owners: (number | null)[];
  readonly #loads: number[];
  readonly #weights: number[];
  readonly #taken: Set<number>[];
  readonly #rest: number;

  constructor(readonly task: FillingTask) {
    this.#owners = task.slots.map(() => null);
    this.#weights = task.slots.map((slot) => task.weigh(slot));
    this.#loads = task.people.map(({ carried, heldWeight }) => carried + heldWeight);
    this.#taken = task.people.map(() => new Set());
    this.#rest = task.minimumRestMinutes * MINUTE;
  }

  indexes = () => this.#owners.map((_, index) => index);
  people = () => this.#loads.map((_, person) => person);
  owner = (index: number) => this.#owners[index] ?? null;
  weight = (index: number) => this.#weights[index] ?? 0;
  load = (person: number) => this.#loads[person] ?? 0;
  slotsOf = (person: number) => [...(this.#taken[person] ?? [])].sort((a, b) => a - b);

  put(index: number, person: number) {
    this.take(index);
    this.#owners[index] = person;
    this.#taken[person]?.add(index);
    this.#loads[person] = this.load(person) + this.weight(index);
  }

  take(index: number) {
    const person = this.owner(index);
    if (person === null) return;
    this.#owners[index] = null;
    this.#taken[person]?.delete(index);
    this.#loads[person] = this.load(person) - this.weight(index);
  }

  wished(index: number, person: number) {
    const slot = this.task.slots[index];
    return Boolean(slot && this.task.people[person]?.wishes.some((wish) => overlaps(wish, slot)));
  }

  /** May be asked at all: the post is theirs, they are not on leave. */
  available(index: number, person: number) {
    const slot = this.task.slots[index];
    const candidate = this.task.people[person];
    if (!slot || !candidate?.posts.includes(slot.post)) return false;
    return !candidate.leaves.some((leave) => overlaps(leave, slot));
  }

  /** Slots of the person that stand too close to this one; null: something that cannot move does. */
  conflicts(index: number, person: number): number[] | null {
    const slot = this.task.slots[index];
    const candidate = this.task.people[person];
    if (!slot || !candidate) return null;
    if (candidate.held.some((held) => this.#tooClose(held, slot))) return null;
    return this.slotsOf(person).filter((other) => {
      const span = this.task.slots[other];
      return other !== index && span !== undefined && this.#tooClose(span, slot);
    });
  }

  empty = () => this.#owners.filter((owner) => owner === null).length;
  spread = () => (this.#loads.length > 0 ? Math.max(...this.#loads) - Math.min(...this.#loads) : 0);

  canTake = (index: number, person: number) =>
    this.available(index, person) && this.conflicts(index, person)?.length === 0;

  /** The one with the least on them; a wish weighs as much as half of the shift. */
  lightest(index: number) {
    let best: number | null = null;
    let least = Number.POSITIVE_INFINITY;
    for (const person of this.people()) {
      if (!this.canTake(index, person)) continue;
      const cost = this.load(person) + (this.wished(index, person) ? this.weight(index) / 2 : 0);
      if (cost < least) {
        least = cost;
        best = person;
      }
    }
    return best;
  }

  whyNobody(index: number): UnfilledReason {
    const slot = this.task.slots[index];
    const able = this.task.people.filter(({ posts }) => slot && posts.includes(slot.post));
    if (able.length === 0) return "nobody";
    return this.people().some((person) => this.available(index, person)) ? "rest" : "leave";
  }

  #tooClose = (a: Span, b: Span) =>
    a.startsAt.getTime() < b.endsAt.getTime() + this.#rest &&
    b.startsAt.getTime() < a.endsAt.getTime() + this.#rest;
}
