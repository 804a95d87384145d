import "server-only";

import type { Actor } from "@/lib/auth/actor";
import { Refusal } from "@/lib/errors";
import { handOver } from "../handovers/commands";
import { writeLog } from "../log/commands";
import { checkIn } from "../shifts/commands";
import type { Batch, BatchAnswer, BatchItem } from "./schema";

/**
 * Stores what a phone kept, each item once: in whatever order and however often it comes, the same
 * is stored. One that is refused does not hold up the others.
 */
export async function storeBatch(actor: Actor, { sentAt, items }: Batch): Promise<BatchAnswer[]> {
  const answers: BatchAnswer[] = [];
  for (const item of inCausalOrder(items)) {
    answers.push(await store(actor, item, sentAt));
  }
  return answers;
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

async function store(actor: Actor, item: BatchItem, sentAt: Date | null): Promise<BatchAnswer> {
  const id = item.data.requestId;
  try {
    if (item.type === "check_in") await checkIn(actor, { ...item.data, sentAt });
    else if (item.type === "log") await writeLog(actor, { ...item.data, sentAt });
    else await handOver(actor, { ...item.data, sentAt });
    return { id, outcome: "kept" };
  } catch (error) {
    if (error instanceof Refusal) return { id, outcome: "refused", message: error.message };
    console.error(error);
    return { id, outcome: "later" };
  }
}
