import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { textProblem } from "@/lib/duty/log/rules";
import { writeLogSchema } from "@/lib/duty/log/schema";
import { happenedAt, opensAt } from "@/lib/duty/shifts/rules";
import { judge, patience, waiting } from "@/lib/offline/answers";
import type { KeptItem } from "@/lib/offline/outbox";
import { isAsset, isWatchPage } from "@/lib/offline/pages";

const kept = (seq: number, refusal: string | null = null): KeptItem => ({
  seq,
  id: `id-${seq}`,
  person: "hoa",
  shiftId: "shift",
  type: "log",
  data: {},
  refusal,
});

describe("what the device keeps", () => {
  test("leaves it only once the server has it; what is refused stays with the reason", () => {
    const { stored, refused } = judge(
      [kept(1), kept(2), kept(3), kept(4)],
      [
        { id: "id-2", outcome: "refused", message: "Ca này đã hết." },
        { id: "id-1", outcome: "kept" },
        { id: "id-3", outcome: "later" },
      ],
    );
    expect(stored).toEqual([1]);
    expect(refused).toEqual(new Map([[2, "Ca này đã hết."]]));
    expect(waiting([kept(1), kept(2, "Ca này đã hết."), kept(3)]).map(({ seq }) => seq)).toEqual([
      1, 3,
    ]);
  });

  test("is sent again ever more seldom, but never given up", () => {
    const waits = Array.from({ length: 40 }, (_, failures) => patience(failures + 1));
    expect(waits.slice(0, 3)).toEqual([2_000, 4_000, 8_000]);
    expect(Math.max(...waits)).toBe(5 * 60_000);
    expect(waits).toEqual([...waits].sort((a, b) => a - b));
  });

  test("is checked without network as the server will check it", () => {
    const id = "7f3d1f6e-8f57-4f3c-9d0c-0a4f1f3f9f10";
    fc.assert(
      fc.property(
        fc.constantFrom("nil", "call"),
        fc.oneof(fc.string({ maxLength: 6 }), fc.constant("a".repeat(4001))),
        (kind, text) => {
          const read = writeLogSchema.safeParse({ requestId: id, shiftId: id, kind, text });
          expect(textProblem(kind, text) === null).toBe(read.success);
        },
      ),
    );
  });
});

describe("when something written late happened", () => {
  const shift = {
    startsAt: new Date("2025-01-28T07:00:00+07:00"),
    endsAt: new Date("2025-01-28T19:00:00+07:00"),
  };

  test("whatever the phone's clock says: not later than now, not before the shift could be taken", () => {
    const instants = fc.date({ noInvalidDate: true });
    const arrivals = fc.date({ min: opensAt(shift), noInvalidDate: true });
    fc.assert(
      fc.property(arrivals, instants, instants, (at, deviceAt, sentAt) => {
        const happened = happenedAt(at, shift, { deviceAt, sentAt });
        expect(happened.getTime()).toBeLessThanOrEqual(at.getTime());
        expect(happened.getTime()).toBeGreaterThanOrEqual(opensAt(shift).getTime());
      }),
    );
  });

  test("before the shift could be taken it cannot be made to look later", () => {
    const at = new Date("2025-01-28T05:00:00+07:00");
    const happened = happenedAt(at, shift, { deviceAt: at, sentAt: at });
    expect(happened).toEqual(at);
  });
});

test("only the pages of one's own watch are read without network", () => {
  const id = "7f3d1f6e-8f57-4f3c-9d0c-0a4f1f3f9f10";
  expect(["/duty", `/duty/shifts/${id}`].every(isWatchPage)).toBe(true);
  const others = ["/", "/duty/now", "/duty/people", "/directives", `/duty/shifts/${id}/swap`];
  expect(others.some(isWatchPage)).toBe(false);
  expect(isAsset("/_next/static/chunks/a.js")).toBe(true);
  expect(isAsset("/api/duty/batch")).toBe(false);
});
