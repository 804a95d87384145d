import "server-only";

import { listAdvisoryTasks, type UnitAdvisoryRow } from "@/lib/advisories/queries";
import { type Actor, isUnitMember } from "@/lib/auth/actor";
import { findOwedOfComplaints, type OwedOfComplaints } from "@/lib/complaints/owed/queries";
import { listOwedQuickReports, type OwedQuickReport } from "@/lib/duty/quick-reports/queries";
import { listRosterTasks, type RosterTask } from "@/lib/duty/rosters/queries";
import { type HandoverToSign, listHandoversToSign } from "@/lib/duty/shifts/queries";
import { listOpenSwaps, type OpenSwap } from "@/lib/duty/swaps/queries";
import { findIncidentHome, type IncidentHomeView } from "@/lib/incidents/home/queries";
import { listSweepTasks, type SweepTask } from "@/lib/sweeps/queries";
import { isoDay, nextDay, now, parseLocal } from "@/lib/time";
import { listUnitTasks, type UnitTask } from "../tasks/queries";
import { groupByDue, type Timed } from "./rules";

type Of<Kind, Facts = unknown> = Timed & { key: string; kind: Kind } & Facts;

export type TodayItem =
  | Of<"directive", { task: UnitTask }>
  | Of<"quick-report", { report: OwedQuickReport }>
  | Of<"advisory", { advisory: UnitAdvisoryRow }>
  | Of<"sweep", { sweep: SweepTask }>
  | Of<"warning", { receipt: IncidentHomeView["warnings"][number] }>
  | Of<"source-warning", OwedOfComplaints["warnings"][number]>
  | Of<"inject", { inject: IncidentHomeView["injects"][number] }>
  | Of<"incident-task", { task: IncidentHomeView["tasks"][number] }>
  | Of<"roster", { roster: RosterTask }>
  | Of<"handover", { handover: HandoverToSign }>
  | Of<"swap", { swap: OpenSwap }>
  | Of<"request", OwedOfComplaints["requests"][number]>
  | Of<"period-report", { report: OwedOfComplaints["reports"][number] }>
  | Of<"cases", { cases: NonNullable<OwedOfComplaints["cases"]> }>
  | Of<"infrastructure">;

const MINUTE = 60_000;

/**
 * All that waits for this person and their unit, whatever part of the work it comes from, by due
 * time. Each part says itself what is owed and to whom it may be shown.
 */
export async function findToday(actor: Actor) {
  if (!isUnitMember(actor)) return { groups: [], count: 0, openAdvisories: 0, incidents: [] };
  const [tasks, reports, advisories, sweeps, incidents, rosters, handovers, swaps, complaints] =
    await Promise.all([
      listUnitTasks(actor),
      listOwedQuickReports(actor),
      listAdvisoryTasks(actor),
      listSweepTasks(actor),
      findIncidentHome(actor),
      listRosterTasks(actor),
      listHandoversToSign(actor),
      listOpenSwaps(actor),
      findOwedOfComplaints(actor),
    ]);
  const items: TodayItem[] = [
    ...incidents.injects.map((inject) => ({
      ...{ kind: "inject" as const, key: inject.id, inject, pressing: true },
      dueAt: inject.injectedAt
        ? new Date(inject.injectedAt.getTime() + inject.reportMinutes * MINUTE)
        : null,
    })),
    ...incidents.warnings.map((receipt) =>
      pressing({ kind: "warning", key: receipt.warning.id, receipt }),
    ),
    ...complaints.warnings.map(({ warning }) =>
      pressing({ kind: "source-warning", key: warning.id, warning }),
    ),
    ...handovers.map((handover) => pressing({ kind: "handover", key: handover.id, handover })),
    ...incidents.tasks.map((task) => pressing({ kind: "incident-task", key: task.id, task })),
    ...reports.map((report) => due(report.dueAt, { kind: "quick-report", key: report.id, report })),
    ...tasks.map((task) => ({
      ...{ kind: "directive" as const, key: `${task.directiveId}${task.assignmentId}`, task },
      ...{ dueAt: task.kind === "report" ? task.dueAt : null, pressing: task.kind !== "report" },
    })),
    ...swaps
      .filter(({ may }) => may.consent || may.approve)
      .map((swap) => due(swap.shift.startsAt, { kind: "swap", key: swap.id, swap })),
    ...rosters.map((roster) =>
      due(roster.startsAt, { kind: "roster", key: roster.campaignId, roster }),
    ),
    ...advisories.rows.map((advisory) =>
      due(advisory.dueAt, { kind: "advisory", key: advisory.id, advisory }),
    ),
    ...sweeps.map((sweep) => due(sweep.dueAt, { kind: "sweep", key: sweep.id, sweep })),
    ...complaints.requests.map((receipt) =>
      due(receipt.request.dueAt, { kind: "request", key: receipt.requestId, ...receipt }),
    ),
    ...complaints.reports.map((report) =>
      due(report.period.dueAt, { kind: "period-report", key: report.id, report }),
    ),
    ...(complaints.cases
      ? [due(complaints.cases.firstDueAt, { kind: "cases", key: "cases", cases: complaints.cases })]
      : []),
    ...(complaints.infrastructureDue
      ? [due(endOfToday(), { kind: "infrastructure", key: "infrastructure" })]
      : []),
  ];
  return {
    groups: groupByDue(items, now()),
    count: items.length,
    openAdvisories: advisories.open,
    incidents: incidents.incidents,
  };
}

export type Today = Awaited<ReturnType<typeof findToday>>;

const due = <const T extends { kind: string; key: string }>(dueAt: Date, item: T) => ({
  ...item,
  dueAt,
  pressing: false,
});

const pressing = <const T extends { kind: string; key: string }>(item: T) => ({
  ...item,
  dueAt: null,
  pressing: true,
});

/** A day's report may come until the day is over. */
const endOfToday = () => new Date((parseLocal(nextDay(isoDay(now()))) ?? now()).getTime() - MINUTE);
