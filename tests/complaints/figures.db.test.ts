import fc from "fast-check";
import { afterEach, describe, expect, test } from "vitest";
import { findComplaintFigures } from "@/lib/complaints/figures/queries";
import { figuresByDay, sumOf, type Tally } from "@/lib/complaints/figures/rules";
import { complaintEvents, endings, figureFilterSchema } from "@/lib/complaints/figures/schema";
import { rejectComplaint } from "@/lib/complaints/moves/commands";
import { reopenComplaint } from "@/lib/complaints/moves/reopening/commands";
import { complaintKinds } from "@/lib/complaints/schema";
import { now, setClock } from "@/lib/time";
import { aDistrictWithTelcos, anEnteredComplaint } from "@/tests/support/complaints";

afterEach(() => setClock(undefined));
const clock = (text: string) => setClock(`${text}:00+07:00`);
const filter = (more = {}) => figureFilterSchema.parse({ days: "14", ...more });

describe("figures by day", () => {
  test("carry what is left from day to day, whatever happened", () => {
    const days = ["2025-01-01", "2025-01-02", "2025-01-03"];
    const tally: fc.Arbitrary<Tally> = fc.record({
      day: fc.option(fc.constantFrom(...days), { nil: null }),
      kind: fc.constantFrom(...complaintKinds),
      event: fc.constantFrom(...complaintEvents),
      count: fc.nat(50),
    });
    fc.assert(
      fc.property(fc.array(tally), (tallies) => {
        const rows = figuresByDay(days, tallies);
        const came = tallies
          .filter(({ event }) => !endings.includes(event))
          .reduce((sum, { count }) => sum + count, 0);
        const went = tallies
          .filter(({ event }) => endings.includes(event))
          .reduce((sum, { count }) => sum + count, 0);
        expect(rows.at(-1)?.open).toBe(came - went);
        for (const { kinds, events } of rows) {
          expect(Object.values(kinds).reduce((sum, count) => sum + count, 0)).toBe(events.received);
        }
      }),
    );
  });

  test("are each telco's own, and all of them for whoever watches over them", async () => {
    clock("2026-03-02T09:00");
    const { liaison, otherLiaison, lead, officer, observer, telco, otherTelco } =
      await aDistrictWithTelcos();
    const { complaintId } = await anEnteredComplaint(liaison, { receivedAt: now() });
    await anEnteredComplaint(otherLiaison, { kind: "spam_sms", receivedAt: now() });
    clock("2026-03-03T09:00");
    await rejectComplaint(liaison, { complaintId, version: 1, reason: "Không đúng" });
    clock("2026-03-04T09:00");
    await reopenComplaint(officer, { complaintId, version: 2, reason: "Vẫn gọi" });

    const own = await findComplaintFigures(liaison, filter({ telco: otherTelco.id }));
    expect(own?.days.slice(-3)).toMatchObject([
      { day: "2026-03-02", kinds: { scam_call: 1, spam_sms: 0 }, open: 1 },
      { events: { rejected: 1 }, open: 0 },
      { events: { reopened: 1 }, kinds: { scam_call: 0 }, open: 1 },
    ]);
    for (const person of [officer, observer]) {
      const one = await findComplaintFigures(person, filter({ telco: telco.id }));
      expect(one?.days).toEqual(own?.days);
      const all = await findComplaintFigures(person, filter({ kind: "spam_sms" }));
      expect(sumOf(all?.days ?? [], "received")).toBeGreaterThanOrEqual(1);
      expect(sumOf(all?.days ?? [], "rejected")).toBe(0);
    }
    expect(await findComplaintFigures(lead, filter())).toBeNull();
  });
});
