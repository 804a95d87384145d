import "server-only";

import type { Actor } from "@/lib/auth/actor";
import { db } from "@/lib/db";
import { KEPT_SECONDS } from "./reading";

/** By the machine's time, as the events are: a district's clock may stand elsewhere. */
export async function pruneLiveEvents(_actor: Actor) {
  return db.$executeRaw`
    DELETE FROM "LiveEvent" WHERE at < clock_timestamp() - make_interval(secs => ${KEPT_SECONDS}::int)`;
}
