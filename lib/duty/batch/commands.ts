import "server-only";

import type { Actor } from "@/lib/auth/actor";
import { db } from "@/lib/db";
import { Refusal } from "@/lib/errors";
import { handOver } from "../handovers/commands";
import { writeLog } from "../log/commands";
import { visibleDuty } from "../policy";
import { checkIn } from "../shifts/commands";
import {
  type Batch,
  type BatchAnswer,
  type BatchItem,
  batchItemSchema,
  namedItemSchema,
} from "./schema";

/**
 * Stores what a phone kept, each item once: in whatever order and however often it comes, the same
 * is stored. One that is refused does not hold up the others. What somebody else wrote on the same
 * phone waits for them.
 */
export async function storeBatch(actor: Actor, { personId, sentAt, items }: Batch) {
  if (personId !== actor.userId) {
    throw new Refusal("conflict", "Các mục này do người khác ghi trên máy này.");
  }
  const read = items.map((item) => ({ item, parsed: batchItemSchema.safeParse(item) }));
  const answers: BatchAnswer[] = read.flatMap(({ item, parsed }) =>
    parsed.success ? [] : unreadable(item, parsed.error.issues[0]?.message),
  );
  const readable = read.flatMap(({ parsed }) => (parsed.success ? [parsed.data] : []));
  for (const item of inCausalOrder(readable)) {
    answers.push(await store(actor, item, sentAt));
  }
  return answers;
}

function unreadable(item: unknown, message?: string): BatchAnswer[] {
  const named = namedItemSchema.safeParse(item);
  return named.success ? [{ id: named.data.data.requestId, outcome: "refused", message }] : [];
}

/** A shift is taken before it is logged, an entry written before it is corrected, handed over last. */
function inCausalOrder(items: readonly BatchItem[]) {
  const rank = (item: BatchItem) => {
    if (item.type === "check_in") return item.data.kind === "start" ? 0 : 1;
    if (item.type === "hand_over") return 4;
    return item.data.correctsId ? 3 : 2;
  };
  const time = ({ data }: BatchItem) => data.deviceAt?.getTime() ?? 0;
  return [...items].sort(
    (a, b) =>
      rank(a) - rank(b) || time(a) - time(b) || a.data.requestId.localeCompare(b.data.requestId),
  );
}

async function store(actor: Actor, item: BatchItem, sentAt: Batch["sentAt"]): Promise<BatchAnswer> {
  const id = item.data.requestId;
  try {
    if (item.type === "check_in") await checkIn(actor, { ...item.data, sentAt });
    else if (item.type === "log") await writeLog(actor, { ...item.data, sentAt });
    else await handOver(actor, { ...item.data, sentAt });
    return { id, outcome: "kept" };
  } catch (error) {
    // Its answer was lost on the way, and the shift has changed since.
    if (error instanceof Refusal && (await isStored(actor, item))) return { id, outcome: "kept" };
    if (error instanceof Refusal) return { id, outcome: "refused", message: error.message };
    console.error(error);
    return { id, outcome: "later" };
  }
}

async function isStored(actor: Actor, { type, data: { requestId: id, shiftId } }: BatchItem) {
  const own = { where: { id, shiftId, AND: visibleDuty(actor) }, select: { id: true } };
  if (type === "check_in") return (await db.checkIn.findFirst(own)) !== null;
  if (type === "log") return (await db.shiftLogEntry.findFirst(own)) !== null;
  return (await db.handover.findFirst(own)) !== null;
}
