import type { ComplianceMeasure, Verdict } from "@/lib/compliance/schema";
import { db } from "@/lib/db";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const VIETNAM = 7 * HOUR;

type Campaign = { id: string; startsAt: Date; endsAt: Date };
type Thing = {
  asked: number;
  due: number | null;
  done: number | null;
  size?: number;
  made?: number;
};
export type NaiveLine = {
  measure: ComplianceMeasure;
  unitId: string;
  required: number;
  observed: number;
  failed: number;
  soon: number;
  since: number | null;
  verdict: Verdict;
};

/** The same judgements once more, row by row and minute by minute, from whole tables in memory. */
export function judgeNaively(campaign: Campaign, world: Rows, instant: Date): NaiveLine[] {
  const at = instant.getTime();
  const from = campaign.startsAt.getTime();
  const to = campaign.endsAt.getTime();
  const known = (time: Date | null) => (time && time.getTime() <= at ? time.getTime() : null);
  const stands = (ended: Date | null) => !ended || ended.getTime() > at;
  const lines: NaiveLine[] = [];

  const work = world.assignments.filter(
    (one) =>
      one.directive.issuedAt &&
      one.directive.issuedAt.getTime() <= at &&
      stands(one.directive.recalledAt) &&
      stands(one.releasedAt) &&
      stands(one.passedAt),
  );
  const asked = (measure: ComplianceMeasure) => [
    ...new Set(
      work.filter(({ obligation }) => obligation.measures.includes(measure)).map((a) => a.unitId),
    ),
  ];
  const judge = (measure: ComplianceMeasure, unitId: string, hours: number, things: Thing[]) => {
    const failed = things.filter(({ due, done }) => done === null && due !== null && due < at);
    const soon = things.filter(
      ({ due, done }) => done === null && due !== null && due >= at && due <= at + hours * HOUR,
    );
    const done = things.filter((thing) => thing.done !== null);
    const sized = things.some(({ size }) => size !== undefined);
    const sum = (of: (thing: Thing) => number) => things.reduce((all, one) => all + of(one), 0);
    const least = (all: (number | null)[]) => Math.min(...all.map((one) => one ?? Infinity));
    let verdict: Verdict = "not_measurable";
    let since: number | null = null;
    if (failed.length > 0) {
      verdict = "not_met";
      since = least(failed.map(({ due }) => due));
    } else if (soon.length > 0) {
      verdict = "at_risk";
      since = Math.max(
        least(soon.map((thing) => thing.asked)),
        least(soon.map(({ due }) => due)) - hours * HOUR,
      );
    } else if (done.length > 0) {
      verdict = "met";
      since = Math.max(...done.map((thing) => thing.done ?? 0));
    }
    lines.push({
      measure,
      unitId,
      required: sized ? sum(({ size }) => size ?? 0) : things.length,
      observed: sized ? sum(({ made }) => made ?? 0) : done.length,
      failed: failed.length,
      soon: soon.length,
      since,
      verdict,
    });
  };

  for (const unitId of asked("watch")) lines.push(watch(unitId));
  for (const unitId of asked("sweep")) {
    const [round] = world.rounds.filter(({ startsAt }) => startsAt.getTime() <= at);
    const result = round?.results.find((one) => one.unitId === unitId);
    const filed = result && known(result.filedAt);
    const inventory = world.inventories.find((one) => one.unitId === unitId);
    const declared = inventory ? inventory.servers + inventory.workstations : 0;
    const machines = result ? result.servers + result.workstations : 0;
    const checked = result ? result.serversChecked + result.workstationsChecked : 0;
    const thing = round && {
      asked: round.startsAt.getTime(),
      due: round.dueAt.getTime(),
      done: filed && checked >= machines ? filed : null,
      size: filed ? machines : declared,
      made: filed ? checked : 0,
    };
    judge("sweep", unitId, 48, thing ? [thing] : []);
  }
  for (const unitId of asked("advisories")) {
    const things = world.handlings
      .filter((one) => one.unitId === unitId && one.dueAt.getTime() >= from)
      .filter(
        ({ advisory: { sentAt } }) => sentAt && sentAt.getTime() <= at && sentAt.getTime() < to,
      )
      .map((one) => ({
        asked: one.advisory.sentAt?.getTime() ?? 0,
        due: one.dueAt.getTime(),
        done: known(one.closedAt),
      }));
    judge("advisories", unitId, 48, things);
  }
  for (const unitId of asked("awareness")) {
    const firstDay = Math.floor((from + VIETNAM) / DAY);
    const lastDay = Math.floor((to - 1 + VIETNAM) / DAY);
    const things: Thing[] = world.activities
      .filter((one) => one.unitId === unitId && !one.removedAt && known(one.createdAt) !== null)
      .filter(
        ({ heldOn }) => heldOn.getTime() / DAY >= firstDay && heldOn.getTime() / DAY <= lastDay,
      )
      .map(({ createdAt }) => ({
        asked: createdAt.getTime(),
        due: null,
        done: createdAt.getTime(),
      }));
    const dues = work
      .filter((one) => one.unitId === unitId && one.obligation.measures.includes("awareness"))
      .flatMap(({ dueAt }) => (dueAt ? [dueAt.getTime()] : []));
    const due = dues.length > 0 ? Math.min(...dues) : to;
    judge("awareness", unitId, 48, things.length > 0 ? things : [{ asked: from, due, done: null }]);
  }
  for (const unitId of asked("infrastructure")) {
    const things: Thing[] = [];
    if (world.telcos.has(unitId)) {
      const last = Math.floor((Math.min(at, to - 1) + VIETNAM) / DAY);
      const first = Math.floor((from + VIETNAM) / DAY);
      for (let day = Math.max(first, last - 1); day <= last; day++) {
        const told = world.days.find(
          (one) => one.unitId === unitId && one.day.getTime() / DAY === day,
        );
        const midnight = day * DAY - VIETNAM;
        things.push({ asked: midnight, due: midnight + DAY, done: known(told?.filedAt ?? null) });
      }
      for (const one of world.outages.filter((outage) => outage.unitId === unitId)) {
        const start = one.startsAt.getTime();
        if (one.recordedAt.getTime() > at || start >= to || !stands(one.endsAt)) continue;
        things.push({ asked: start, due: start + DAY, done: null });
      }
    }
    judge("infrastructure", unitId, 12, things);
  }
  const told = world.complaints.filter(
    (one) =>
      one.enteredAt.getTime() <= at &&
      one.receivedAt.getTime() >= from &&
      one.receivedAt.getTime() < Math.min(at, to),
  );
  for (const unitId of asked("blocking")) {
    const mine = told.filter((one) => one.telcoId === unitId && one.sourceValue !== null);
    const sources = new Set(mine.map(({ sourceValue }) => sourceValue));
    const things = [...sources].map((source) => {
      const about = mine.filter(({ sourceValue }) => sourceValue === source);
      const steps = world.steps
        .filter((one) => one.telcoId === unitId && one.sourceValue === source)
        .flatMap(({ recordedAt }) => known(recordedAt) ?? []);
      return {
        asked: Math.min(...about.map(({ enteredAt }) => enteredAt.getTime())),
        due: Math.min(...about.map(({ dueAt }) => dueAt.getTime())),
        done: steps.length > 0 ? Math.min(...steps) : null,
      };
    });
    judge("blocking", unitId, 12, things);
  }
  for (const unitId of asked("complaints")) {
    const things = told
      .filter((one) => one.telcoId === unitId)
      .map((one) => ({
        asked: one.enteredAt.getTime(),
        due: one.dueAt.getTime(),
        done: known(one.closedAt),
      }));
    judge("complaints", unitId, 12, things);
  }
  for (const unitId of asked("authority_requests")) {
    const things = world.requests
      .filter((one) => one.telcoId === unitId)
      .filter(
        ({ request: { sentAt } }) =>
          sentAt.getTime() >= from && sentAt.getTime() < Math.min(at, to),
      )
      .map((one) => ({
        asked: one.request.sentAt.getTime(),
        due: one.request.dueAt.getTime(),
        done: known(one.answeredAt),
      }));
    judge("authority_requests", unitId, 6, things);
  }
  for (const unitId of asked("free")) {
    const things = work
      .filter((one) => one.unitId === unitId && one.obligation.measures.includes("free"))
      .map((one) => ({
        asked: one.directive.issuedAt?.getTime() ?? 0,
        due: one.dueAt?.getTime() ?? null,
        done: known(one.reportedAt),
      }));
    judge("free", unitId, 48, things);
  }
  const laidOut = world.quickReports.filter(({ dueAt }) => dueAt.getTime() <= at + DAY);
  for (const unitId of new Set(laidOut.map((one) => one.unitId))) {
    const things = laidOut
      .filter((one) => one.unitId === unitId)
      .filter(({ dueAt }) => dueAt.getTime() > at - DAY && dueAt.getTime() <= at + 2 * HOUR)
      .map(({ dueAt, filedAt }) => ({
        asked: dueAt.getTime() - DAY,
        due: dueAt.getTime(),
        done: known(filedAt),
      }));
    judge("quick_reports", unitId, 2, things);
  }
  const receipts = world.receipts.filter(
    (one) =>
      one.deliveredAt.getTime() <= at &&
      stands(one.directive.recalledAt) &&
      stands(one.returnedAt) &&
      stands(one.releasedAt) &&
      stands(one.passedAt),
  );
  for (const unitId of new Set(receipts.map((one) => one.unitId))) {
    const things = receipts
      .filter((one) => one.unitId === unitId)
      .map((one) => ({
        asked: one.deliveredAt.getTime(),
        due: one.deliveredAt.getTime() + DAY,
        done: known(one.acknowledgedAt),
      }));
    judge("acknowledgement", unitId, 24, things);
  }
  return lines;

  /** Walks the campaign minute by minute, five at a time: that is how fine the world is drawn. */
  function watch(unitId: string): NaiveLine {
    const STEP = 5 * MINUTE;
    const shifts = world.shifts.filter((one) => one.unitId === unitId);
    const on = (time: number) =>
      shifts.filter(
        ({ startsAt, endsAt }) => startsAt.getTime() <= time && endsAt.getTime() > time,
      );
    const taken = (time: number) =>
      on(time).some(({ checkedInAt }) => checkedInAt && checkedInAt.getTime() <= time);
    const past: { time: number; hole: boolean }[] = [];
    let waited: { time: number; hole: boolean }[] = [];
    const settle = () => {
      if (waited.length * STEP >= 15 * MINUTE) for (const slot of waited) slot.hole = true;
      waited = [];
    };
    for (let time = from; time < Math.min(at, to); time += STEP) {
      const slot = { time, hole: on(time).length === 0 };
      past.push(slot);
      if (!slot.hole && !taken(time)) waited.push(slot);
      else settle();
    }
    settle();
    const recent = past.filter(({ time }) => time >= at - DAY);
    const holes = recent.filter(({ hole }) => hole);
    const gaps: number[] = [];
    for (let time = Math.max(from, at); time < Math.min(at + DAY, to); time += STEP) {
      if (on(time).length === 0) gaps.push(time);
    }
    const minutes = (slots: unknown[]) => slots.length * 5;
    const lastHole = past.findLast(({ hole }) => hole);
    const line = {
      measure: "watch" as const,
      unitId,
      required: minutes(recent),
      observed: minutes(recent) - minutes(holes),
      failed: minutes(holes),
      soon: minutes(gaps),
    };
    if (holes[0]) return { ...line, verdict: "not_met", since: holes[0].time };
    if (gaps[0] !== undefined) return { ...line, verdict: "at_risk", since: gaps[0] - DAY };
    if (recent.length === 0) return { ...line, verdict: "not_measurable", since: null };
    return { ...line, verdict: "met", since: lastHole ? lastHole.time + STEP : from };
  }
}

export async function loadRows(campaignId: string) {
  const assignments = await db.assignment.findMany({
    where: { directive: { campaignId } },
    include: { directive: true, obligation: true },
  });
  const telcos = await db.unit.findMany({ where: { kind: { home: "telecom" } } });
  return {
    assignments,
    telcos: new Set(telcos.map(({ id }) => id)),
    receipts: await db.directiveReceipt.findMany({
      where: { directive: { campaignId } },
      include: { directive: true },
    }),
    shifts: await db.shift.findMany({
      where: { roster: { campaignId }, toEdition: null, publishedAt: { not: null }, post: "staff" },
    }),
    quickReports: await db.quickReport.findMany({ where: { campaignId } }),
    rounds: await db.sweepRound.findMany({
      where: { campaignId },
      include: { results: true },
      orderBy: { number: "desc" },
    }),
    inventories: await db.unitInventory.findMany(),
    handlings: await db.advisoryHandling.findMany({ include: { advisory: true } }),
    activities: await db.awarenessActivity.findMany(),
    days: await db.infrastructureDay.findMany(),
    outages: await db.outage.findMany(),
    complaints: await db.complaint.findMany(),
    steps: await db.sourceMeasure.findMany(),
    requests: await db.authorityRequestReceipt.findMany({ include: { request: true } }),
  };
}

type Rows = Awaited<ReturnType<typeof loadRows>>;
