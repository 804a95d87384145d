import "server-only";

import { findGate, listGate } from "@/lib/advisories/gate/queries";
import { summariseAdvisories } from "@/lib/advisories/queries";
import { type Actor, seesAll } from "@/lib/auth/actor";
import { findRecentComplaints } from "@/lib/complaints/figures/queries";
import { findPicture } from "@/lib/compliance/queries";
import { listDutyNow, summariseDutyNow } from "@/lib/duty/coverage/now/queries";
import { nowFilterSchema } from "@/lib/duty/coverage/schema";
import { listOpenIncidents, summariseOpenIncidents } from "@/lib/incidents/queries";
import { listInfrastructure, listOutages } from "@/lib/infrastructure/queries";
import { listRunningDirectives, listUnitsToCall } from "../queries";

/** Everything the wall turns through, as of this minute; null for whom it is not. */
export async function findWallView(actor: Actor) {
  if (!seesAll(actor)) return null;
  const [
    watch,
    onDuty,
    directives,
    incidents,
    incidentTotals,
    calls,
    gate,
    holes,
    advisories,
    complaints,
    networks,
    outages,
    picture,
  ] = await Promise.all([
    summariseDutyNow(actor),
    listDutyNow(actor, nowFilterSchema.parse({})),
    listRunningDirectives(actor),
    listOpenIncidents(actor),
    summariseOpenIncidents(actor),
    listUnitsToCall(actor),
    findGate(actor),
    listGate(actor, { page: 1 }),
    summariseAdvisories(actor),
    findRecentComplaints(actor),
    listInfrastructure(actor),
    listOutages(actor, { open: true }),
    findPicture(actor),
  ]);
  return {
    watch: { ...watch, rows: onDuty.units },
    directives,
    incidents: { ...incidentTotals, rows: incidents },
    calls,
    gate: gate && { ...gate, rows: holes.rows },
    advisories,
    complaints,
    networks,
    outages,
    picture,
  };
}

export type WallView = NonNullable<Awaited<ReturnType<typeof findWallView>>>;
