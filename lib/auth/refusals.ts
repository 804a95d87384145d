import "server-only";

import type { RefusalReason } from "@/lib/errors";
import { now } from "@/lib/time";
import { currentPath } from "./caller";
import { currentActor } from "./session";

/**
 * One line in the process's log for each call that was refused for want of a right: a person who
 * tries the ids of other units shows there as many lines. Names of people and what they typed do not.
 */
export async function noteRefusal(reason: RefusalReason) {
  const actor = await currentActor();
  // To note it must not stand in the way of the answer; a job has no request around it.
  const path = (await currentPath().catch(() => null))?.split("?")[0] ?? "";
  const who = actor && { userId: actor.userId, unitId: actor.unitId, role: actor.role };
  const line = { at: now().toISOString(), event: "refused", reason, path, ...who, ip: actor?.ip };
  console.warn(JSON.stringify(line));
}
