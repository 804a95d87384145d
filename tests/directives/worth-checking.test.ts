import { describe, expect, test } from "vitest";
import { worthChecking } from "@/lib/directives/rules";

const PRESENT = "2025-01-20T17:00";

/** One section whose obligations have these deadlines. */
const draftDue = (...due: (string | null)[]) => ({
  sections: [{ obligations: due.map((dueAt) => ({ dueAt })) }],
});

describe("what is worth a second look before signing", () => {
  test("a deadline that has passed or passes at this minute", () => {
    const draft = draftDue("2025-01-19T17:00", PRESENT, "2025-01-20T17:01");
    expect(worthChecking(draft, PRESENT)).toEqual([
      "2 nhiệm vụ có hạn đã qua, ký xong là quá hạn ngay.",
    ]);
  });

  test("an obligation without a deadline, unless it recurs", () => {
    expect(worthChecking(draftDue(null), PRESENT)).toEqual(["1 nhiệm vụ chưa có thời hạn."]);
    const recurring = { sections: [{ obligations: [{ dueAt: null, recurrence: {} }] }] };
    expect(worthChecking(recurring, PRESENT)).toEqual([]);
  });

  test("nothing, when every deadline lies ahead", () => {
    expect(worthChecking(draftDue("2025-01-21T00:00"), PRESENT)).toEqual([]);
  });
});
