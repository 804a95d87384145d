import type { Board } from "../rules";

const ROUNDS = 600;
/** Shifts weigh whole and half hours; less than this is noise of the arithmetic. */
const LEAST = 1e-6;

/**
 * Improves a board until no step does: one slot to someone else, two slots exchanged, or a slot to
 * someone whose own neighbouring slot goes on to a third. Then mends wishes where that costs nobody
 * more than a shift.
 */
export function balance(board: Board) {
  for (let round = 0; round < ROUNDS; round++) {
    if (!fillOne(board) && !move(board) && !exchange(board) && !chain(board)) break;
  }
  for (let round = 0; round < ROUNDS; round++) if (!mendWish(board)) break;
}

/** What moving `weight` from one load to another adds to the sum of squares. */
const change = (from: number, to: number, weight: number) =>
  (from - weight) ** 2 - from ** 2 + (to + weight) ** 2 - to ** 2;

/** An empty slot that can be had by passing on the one slot that stands in its way. */
function fillOne(board: Board) {
  for (const index of board.indexes()) {
    if (board.owner(index) !== null) continue;
    const person = board.lightest(index);
    if (person !== null) {
      board.put(index, person);
      return true;
    }
    for (const [taker, blocking] of blockedBy(board, index)) {
      const next = receivers(board, blocking, taker).at(0);
      if (next === undefined) continue;
      board.put(blocking, next);
      board.put(index, taker);
      return true;
    }
  }
  return false;
}

function move(board: Board) {
  for (const index of board.indexes()) {
    const from = board.owner(index);
    if (from === null) continue;
    for (const to of board.people()) {
      if (to === from) continue;
      if (change(board.load(from), board.load(to), board.weight(index)) > -LEAST) continue;
      if (!board.canTake(index, to)) continue;
      board.put(index, to);
      return true;
    }
  }
  return false;
}

function exchange(board: Board) {
  for (const index of board.indexes()) {
    const from = board.owner(index);
    if (from === null) continue;
    for (const other of board.indexes()) {
      const to = board.owner(other);
      if (to === null || to === from) continue;
      const surplus = board.weight(index) - board.weight(other);
      if (surplus <= LEAST) continue;
      if (change(board.load(from), board.load(to), surplus) > -LEAST) continue;
      if (exchanged(board, index, other)) return true;
    }
  }
  return false;
}

/** Exchanges two slots if both may; else leaves everything as it was. */
function exchanged(board: Board, index: number, other: number) {
  const [from, to] = [board.owner(index), board.owner(other)];
  if (from === null || to === null) return false;
  board.take(index);
  board.take(other);
  if (board.canTake(index, to) && board.canTake(other, from)) {
    board.put(index, to);
    // Two slots near each other may both fit one by one and not together.
    if (board.canTake(other, from)) {
      board.put(other, from);
      return true;
    }
  }
  board.put(index, from);
  board.put(other, to);
  return false;
}

function chain(board: Board) {
  for (const index of board.indexes()) {
    const from = board.owner(index);
    if (from === null) continue;
    for (const [taker, blocking] of blockedBy(board, index)) {
      if (taker === from) continue;
      board.take(blocking);
      for (const next of receivers(board, blocking, taker)) {
        if (next !== from && gainOf(board, from, taker, next, index, blocking) > -LEAST) continue;
        if (next === from) continue;
        board.put(index, taker);
        board.put(blocking, next);
        return true;
      }
      board.put(blocking, taker);
    }
  }
  return false;
}

/** Of `index` from → taker and `blocking` taker → next; the taker's load is told without it. */
function gainOf(
  board: Board,
  from: number,
  taker: number,
  next: number,
  index: number,
  blocking: number,
) {
  const moved = board.weight(index);
  const passed = board.weight(blocking);
  const before = board.load(taker) + passed;
  return (
    (board.load(from) - moved) ** 2 -
    board.load(from) ** 2 +
    (board.load(taker) + moved) ** 2 -
    before ** 2 +
    (board.load(next) + passed) ** 2 -
    board.load(next) ** 2
  );
}

/** Those who could take it but for one slot of their own, with that slot. */
function* blockedBy(board: Board, index: number): Generator<[person: number, blocking: number]> {
  for (const person of board.people()) {
    if (!board.available(index, person)) continue;
    const [blocking, ...more] = board.conflicts(index, person) ?? [];
    if (blocking !== undefined && more.length === 0) yield [person, blocking];
  }
}

const receivers = (board: Board, index: number, but: number) =>
  board
    .people()
    .filter((person) => person !== but && board.canTake(index, person))
    .sort((a, b) => board.load(a) - board.load(b) || a - b);

function mendWish(board: Board) {
  const heaviest = Math.max(0, ...board.indexes().map((index) => board.weight(index)));
  for (const index of board.indexes()) {
    const from = board.owner(index);
    if (from === null || !board.wished(index, from)) continue;
    const limit = Math.max(heaviest, board.spread());
    for (const to of receivers(board, index, from)) {
      if (board.wished(index, to)) continue;
      board.put(index, to);
      if (board.spread() <= limit + LEAST) return true;
      board.put(index, from);
    }
    for (const other of board.indexes()) {
      const to = board.owner(other);
      if (to === null || to === from || board.wished(index, to) || board.wished(other, from))
        continue;
      if (!exchanged(board, index, other)) continue;
      if (board.spread() <= limit + LEAST) return true;
      exchanged(board, other, index);
    }
  }
  return false;
}
