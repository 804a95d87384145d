import { watchAdvisories } from "@/lib/advisories/watching/commands";
import type { Actor } from "@/lib/auth/actor";
import { resumeImports } from "@/lib/complaints/import/running/commands";
import { raiseMissingPeriodReports } from "@/lib/complaints/reports/commands";
import { raiseLateRequests } from "@/lib/complaints/requests/commands";
import { eraseComplainants } from "@/lib/complaints/retention/commands";
import { measureCompliance } from "@/lib/compliance/measuring/commands";
import { foldCounts } from "@/lib/directives/counts/commands";
import { raiseReminders } from "@/lib/directives/ladders/steps/commands";
import { raiseMissingReports } from "@/lib/directives/periodic/commands";
import { escalateDuty } from "@/lib/duty/alerts/commands";
import { settleCoverage } from "@/lib/duty/coverage/rollup/commands";
import { settleStanding } from "@/lib/duty/coverage/standing/commands";
import { watchQuickReports } from "@/lib/duty/quick-reports/asking/commands";
import { watchDeadlines } from "@/lib/incidents/deadlines/watch/commands";
import { injectDue } from "@/lib/incidents/drills/commands";
import { pruneLiveEvents } from "@/lib/live/commands";
import { forgetOldDeliveries } from "@/lib/notifications/deliveries/commands";
import { sendDigests } from "@/lib/notifications/digest/commands";
import { climbEscalations } from "@/lib/notifications/escalation/climbing/commands";
import { watchSweeps } from "@/lib/sweeps/commands";

/**
 * What is looked after every minute. Each names itself for the log, acts in the name of the system,
 * and may run twice at once or late: it claims what it does in the database.
 */
export type Tick = { name: string; run: (actor: Actor) => Promise<unknown> };

export const ticks: Tick[] = [
  { name: "missing periodic reports", run: raiseMissingReports },
  { name: "reminder ladder", run: raiseReminders },
  { name: "duty escalation", run: escalateDuty },
  { name: "coverage rollup", run: settleCoverage },
  { name: "watch standing", run: settleStanding },
  { name: "quick reports", run: watchQuickReports },
  { name: "incident deadlines", run: watchDeadlines },
  { name: "drill situations", run: injectDue },
  { name: "advisories", run: watchAdvisories },
  { name: "sweeps", run: watchSweeps },
  { name: "imports left over", run: resumeImports },
  { name: "late authority requests", run: raiseLateRequests },
  { name: "missing period reports", run: raiseMissingPeriodReports },
  { name: "complainants kept too long", run: eraseComplainants },
  { name: "compliance", run: measureCompliance },
  { name: "directive counts", run: foldCounts },
  { name: "live events kept too long", run: pruneLiveEvents },
  { name: "escalation ladders", run: climbEscalations },
  { name: "morning digests", run: sendDigests },
  { name: "old deliveries", run: forgetOldDeliveries },
];
