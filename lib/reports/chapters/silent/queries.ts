import "server-only";

import type { Actor } from "@/lib/auth/actor";
import type { Reading, Scope } from "../schema";
import { readTasks } from "../tasks/queries";

/** Of the units that were given work those that owe a report past its day. */
export async function readSilent(actor: Actor, scope: Scope): Promise<Reading> {
  const reading = await readTasks(actor, scope);
  if ("why" in reading) return reading;
  return { rows: reading.rows.filter(({ cells }) => Number(cells.overdue) > 0) };
}
