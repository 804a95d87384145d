import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type DeadlineRule,
  deadlineState,
  inForce,
  minutesOf,
  owedBy,
  soonFrom,
  spanOf,
} from "@/lib/incidents/deadlines/rules";
import {
  finalStates,
  hindranceOf,
  instantsAfter,
  isOpen,
  type Move,
  mainPath,
  maskPhone,
  maskPhonesIn,
  needsReason,
  nextStates,
} from "@/lib/incidents/rules";
import {
  type IncidentState,
  incidentKinds,
  incidentStates,
  statutoryClasses,
} from "@/lib/incidents/schema";
import { dropSeconds, instant } from "./times";

const state = fc.constantFrom(...incidentStates);
const move: fc.Arbitrary<Move> = fc.record({
  state,
  to: state,
  handlerUnitId: fc.option(fc.constant("unit")),
  openMandatoryTasks: fc.nat(2),
  initialReports: fc.nat(1),
  closingReports: fc.nat(1),
  reason: fc.constantFrom("", "vì", "có lý do"),
  resolution: fc.constantFrom("", "đã xử lý xong"),
});

describe("the way of a case", () => {
  test("goes only where the machine says, whatever else holds", () => {
    fc.assert(
      fc.property(move, (one) => {
        if (hindranceOf(one) === null) expect(nextStates(one.state)).toContain(one.to);
      }),
    );
  });

  test("ends only with the tasks done, the outcome told and a closing report where there was an initial one", () => {
    fc.assert(
      fc.property(move, (one) => {
        if (one.to !== "closed" || hindranceOf(one) !== null) return;
        expect(one.state).toBe("review");
        expect(one.openMandatoryTasks).toBe(0);
        expect(one.handlerUnitId).not.toBeNull();
        expect(one.resolution.length).toBeGreaterThan(2);
        expect(one.initialReports > 0 ? one.closingReports > 0 : true).toBe(true);
      }),
    );
  });

  test("back, away and again ask for a reason", () => {
    fc.assert(
      fc.property(move, (one) => {
        if (hindranceOf(one) !== null || !needsReason(one.state, one.to)) return;
        expect(one.reason.length).toBeGreaterThan(2);
      }),
    );
    expect(needsReason("closed", "containing")).toBe(true);
    expect(needsReason("received", "rejected")).toBe(true);
    expect(needsReason("rejected", "received")).toBe(true);
    expect(needsReason("containing", "eradicating")).toBe(false);
  });

  test("reaches its end from every open state, and nothing leaves a merged case", () => {
    for (const from of incidentStates.filter((one) => isOpen({ state: one }))) {
      const seen = new Set<IncidentState>([from]);
      const waiting = [from];
      for (let next = waiting.pop(); next; next = waiting.pop()) {
        for (const to of nextStates(next)) {
          if (seen.has(to)) continue;
          seen.add(to);
          waiting.push(to);
        }
      }
      expect([...seen]).toContain("closed");
    }
    expect(nextStates("merged")).toEqual([]);
    expect(finalStates.every((one) => !isOpen({ state: one }))).toBe(true);
  });

  test("leaves instants that never run backwards along the main path", () => {
    const gaps = fc.array(fc.nat(1000), { minLength: mainPath.length, maxLength: mainPath.length });
    fc.assert(
      fc.property(gaps, (minutes) => {
        let at = 0;
        let instants = {
          acknowledgedAt: new Date(0) as Date | null,
          verifiedAt: null as Date | null,
          containedAt: null as Date | null,
          recoveredAt: null as Date | null,
          closedAt: null as Date | null,
        };
        for (const [index, to] of mainPath.entries()) {
          at += (minutes[index] ?? 0) * 60_000;
          instants = instantsAfter(instants, to, new Date(at));
        }
        const order = [
          instants.verifiedAt,
          instants.containedAt,
          instants.recoveredAt,
          instants.closedAt,
        ].map((one) => one?.getTime() ?? Number.NaN);
        expect(order).toEqual([...order].sort((a, b) => a - b));
        expect(order.every((one) => !Number.isNaN(one))).toBe(true);
      }),
    );
  });

  test("opened again has not ended and is not contained", () => {
    const done = new Date(5);
    const all = {
      acknowledgedAt: done,
      verifiedAt: done,
      containedAt: done,
      recoveredAt: done,
      closedAt: done,
    };
    expect(instantsAfter(all, "containing", new Date(9))).toEqual({
      acknowledgedAt: done,
      verifiedAt: done,
      containedAt: null,
      recoveredAt: null,
      closedAt: null,
    });
  });
});

const rule = (overrides: Partial<DeadlineRule> = {}): DeadlineRule => ({
  id: "rule",
  duty: "notice",
  trigger: "detected",
  statutoryClass: null,
  kind: null,
  minutes: 7200,
  recipients: ["VNCERT"],
  source: "TT 20/2017",
  validFrom: "2017-11-01",
  validTo: "2026-08-19",
  ...overrides,
});

const day = fc
  .integer({ min: 0, max: 4000 })
  .map((days) => new Date(Date.UTC(2017, 0, 1) + days * 86_400_000).toISOString().slice(0, 10));
const rules = fc.array(
  fc
    .record({
      id: fc.uuid(),
      duty: fc.constantFrom("notice", "initial", "closing"),
      trigger: fc.constantFrom("detected", "escalated"),
      statutoryClass: fc.option(fc.constantFrom(...statutoryClasses)),
      kind: fc.option(fc.constantFrom(...incidentKinds)),
      minutes: fc.integer({ min: 1, max: 10_000 }),
      validFrom: day,
      validTo: fc.option(day),
    })
    .map((one) => rule(one)),
  { maxLength: 12 },
);
const occasion = fc.record({
  trigger: fc.constantFrom("detected" as const, "escalated" as const),
  from: instant,
  detectedAt: instant,
  kind: fc.constantFrom(...incidentKinds),
  statutoryClass: fc.constantFrom(...statutoryClasses),
});

describe("deadlines", () => {
  test("are those in force on the day of detection, one a duty, the strictest", () => {
    fc.assert(
      fc.property(rules, occasion, (all, of) => {
        const owed = owedBy(all, of);
        const on = new Date(of.detectedAt.getTime() + 7 * 3_600_000).toISOString().slice(0, 10);
        expect(new Set(owed.map(({ duty }) => duty)).size).toBe(owed.length);
        for (const one of owed) {
          const from = all.find(({ id }) => id === one.ruleId);
          expect(from && inForce(from, on)).toBe(true);
          expect(one.dueAt > one.from).toBe(true);
          const rivals = all.filter(
            (rival) =>
              rival.duty === one.duty &&
              rival.trigger === of.trigger &&
              inForce(rival, on) &&
              (rival.kind === null || rival.kind === of.kind) &&
              (rival.statutoryClass === null || rival.statutoryClass === of.statutoryClass),
          );
          expect(Math.min(...rivals.map(({ minutes }) => minutes))).toBe(from?.minutes);
        }
      }),
    );
  });

  test("of January 2025 and November 2026 follow different rules; the day of change belongs to the new", () => {
    const all = [
      rule({ id: "old" }),
      rule({ id: "new", minutes: 1440, validFrom: "2026-08-19", validTo: null }),
    ];
    const on = (iso: string) =>
      owedBy(all, {
        trigger: "detected",
        from: new Date(iso),
        detectedAt: new Date(iso),
        kind: "dos",
        statutoryClass: "ordinary",
      }).map(({ ruleId, dueAt }) => [ruleId, dueAt.toISOString()]);
    expect(on("2025-01-28T19:00:00Z")).toEqual([["old", "2025-02-02T19:00:00.000Z"]]);
    expect(on("2026-11-26T01:00:00Z")).toEqual([["new", "2026-11-27T01:00:00.000Z"]]);
    // 23:59 of the 18th and 00:00 of the 19th in Hữu Lũng.
    expect(on("2026-08-18T16:59:00Z")[0]?.[0]).toBe("old");
    expect(on("2026-08-18T17:00:00Z")[0]?.[0]).toBe("new");
  });

  test("are on time, late, waiting, due soon or overdue: one of them at every moment, in that order", () => {
    fc.assert(
      fc.property(
        instant,
        fc.integer({ min: 1, max: 20_000 }),
        fc.integer({ min: 0, max: 40_000 }),
        (from, span, later) => {
          const dueAt = new Date(from.getTime() + span * 60_000);
          const at = new Date(from.getTime() + later * 60_000);
          const open = deadlineState({ from, dueAt, metAt: null, droppedAt: null }, at);
          const met = deadlineState({ from, dueAt, metAt: at, droppedAt: null }, at);
          expect(met).toBe(at <= dueAt ? "on_time" : "late");
          expect(open).toBe(
            at > dueAt ? "overdue" : at >= soonFrom({ from, dueAt }) ? "due_soon" : "waiting",
          );
          expect(soonFrom({ from, dueAt }) > from && soonFrom({ from, dueAt }) < dueAt).toBe(true);
        },
      ),
    );
    const far = { from: dropSeconds(0), dueAt: dropSeconds(7200), metAt: null };
    expect(deadlineState({ ...far, droppedAt: far.from }, dropSeconds(9000))).toBe("dropped");
  });

  test("are written in the unit that says them whole", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 500_000 }), (minutes) => {
        expect(minutesOf(spanOf(minutes))).toBe(minutes);
      }),
    );
    expect(spanOf(4320)).toEqual({ amount: 3, unit: "days" });
    expect(spanOf(1440)).toEqual({ amount: 1, unit: "days" });
    expect(spanOf(90)).toEqual({ amount: 90, unit: "minutes" });
  });
});

describe("a resident's number", () => {
  test("is never whole once masked, in a field or in a text", () => {
    const digits = fc.stringMatching(/^0[35789]\d{8}$/);
    fc.assert(
      fc.property(digits, fc.constantFrom("", " ", ".", "-"), (number, mark) => {
        const written = number.replace(/^(\d{4})(\d{3})(\d{3})$/, `$1${mark}$2${mark}$3`);
        expect(maskPhone(written).replace(/\D/g, "")).toHaveLength(7);
        const text = maskPhonesIn(`Bà Lan, số ${written}, báo lúc 09:30 ngày 28/01/2025.`);
        expect(text.replace(/\D/g, "")).not.toContain(number);
        expect(text).toContain("09:30 ngày 28/01/2025");
      }),
    );
  });

  test("is told from the numbers of documents and addresses", () => {
    const text =
      "Công văn 3591/STTTT-TTCNS, địa chỉ 103.27.237.15, mã SC-2025-0007, 1.200.000 đồng.";
    expect(maskPhonesIn(text)).toBe(text);
  });
});
