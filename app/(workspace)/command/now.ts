import { findGate } from "@/lib/advisories/gate/queries";
import { summariseAdvisories } from "@/lib/advisories/queries";
import { type Actor, isDistrict } from "@/lib/auth/actor";
import { findPicture } from "@/lib/compliance/queries";
import type { PictureFilter } from "@/lib/compliance/schema";
import { listRecentPeriods } from "@/lib/directives/periodic/queries";
import { summariseDutyNow } from "@/lib/duty/coverage/now/queries";
import { listRecentDueTimes } from "@/lib/duty/quick-reports/overview/queries";
import { findIncidentHome } from "@/lib/incidents/home/queries";
import { summariseOpenIncidents } from "@/lib/incidents/queries";
import { listInfrastructure, listOutages } from "@/lib/infrastructure/queries";
import type { NoticeKind } from "@/lib/notifications/labels";
import { listNews } from "@/lib/notifications/queries";
import {
  listDistrictDecisions,
  listRunningDirectives,
  listUnitsToCall,
} from "@/lib/overview/queries";

/** The measured picture, and beside it, unless an earlier day is looked at, what goes on now. */
export async function findCommand(actor: Actor, filter: PictureFilter) {
  const [picture, early] = await Promise.all([
    findPicture(actor, filter),
    filter.ngay ? null : findNow(actor),
  ]);
  const newest = picture?.days.at(-1);
  const replayed = filter.ngay && picture?.day && picture.day !== newest ? picture.day : null;
  return { picture, replayed, current: replayed ? null : (early ?? (await findNow(actor))) };
}

/** What units ask for stands among the decisions until it is answered. */
const waitsForDecision: NoticeKind[] = ["directive.return", "extension.ask", "question.ask"];

/** What goes on this minute, for whoever looks at now and not at an earlier day. */
async function findNow(actor: Actor) {
  const [
    periods,
    watch,
    quickReports,
    notices,
    decisions,
    calls,
    running,
    gate,
    waiting,
    incidents,
    incidentTotals,
    networks,
    outages,
  ] = await Promise.all([
    listRecentPeriods(actor),
    summariseDutyNow(actor),
    listRecentDueTimes(actor),
    listNews(actor, isDistrict(actor) ? waitsForDecision : []),
    listDistrictDecisions(actor),
    listUnitsToCall(actor),
    listRunningDirectives(actor),
    findGate(actor),
    summariseAdvisories(actor),
    findIncidentHome(actor),
    summariseOpenIncidents(actor),
    listInfrastructure(actor),
    listOutages(actor, { open: true }),
  ]);
  return {
    periods,
    watch,
    quickReports,
    notices,
    decisions,
    calls,
    running,
    gate,
    waiting,
    incidents,
    incidentTotals,
    networks,
    outages,
  };
}

export type Now = Awaited<ReturnType<typeof findNow>>;
