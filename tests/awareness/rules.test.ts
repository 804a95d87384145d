import fc from "fast-check";
import { expect, test } from "vitest";
import { adviceLines, messageText, spokenParagraphs } from "@/lib/awareness/messages/rules";
import { daysOf, perThousand, sumKnown } from "@/lib/awareness/rules";
import { recordActivitySchema } from "@/lib/awareness/schema";
import { messages } from "@/prisma/seed/awareness-messages";

test("what cannot be computed is null, never nought", () => {
  fc.assert(
    fc.property(fc.option(fc.nat()), fc.option(fc.nat()), (reach, population) => {
      const rate = perThousand(reach, population);
      if (reach === null || !population) expect(rate).toBeNull();
      else expect(rate).toBeCloseTo((1000 * reach) / population);
    }),
  );
  expect(sumKnown([null, null])).toEqual({ sum: null, unknown: 2 });
  expect(sumKnown([3, null, 0])).toEqual({ sum: 3, unknown: 1 });
});

test("a window that ends at midnight does not reach into the next day", () => {
  const window = {
    startsAt: new Date("2025-01-24T07:00:00+07:00"),
    endsAt: new Date("2025-02-06T00:00:00+07:00"),
  };
  expect(daysOf(window)).toEqual({ firstOn: "2025-01-24", lastOn: "2025-02-05" });
});

test("numbers may be typed as people write them; an empty one was not counted", () => {
  const typed = {
    requestId: crypto.randomUUID(),
    kind: "zalo",
    topic: "Giả danh công an",
    heldOn: "2025-01-24",
    times: "1 200",
    publicReach: "1.250",
    staffReach: "",
  };
  const read = recordActivitySchema.parse(typed);
  expect([read.times, read.publicReach, read.staffReach]).toEqual([1200, 1250, null]);
  expect(recordActivitySchema.safeParse({ ...typed, times: "0" }).success).toBe(false);
  expect(recordActivitySchema.safeParse({ ...typed, publicReach: "nhiều" }).success).toBe(false);
});

test("each ready message can be copied whole and read aloud, in the unit's own name", () => {
  expect(messages.length).toBeGreaterThanOrEqual(10);
  for (const message of messages) {
    const text = messageText(message, "UBND xã Yên Bình");
    const spoken = spokenParagraphs(message, "UBND xã Yên Bình").join("\n");
    for (const line of adviceLines(message.advice)) {
      expect(text).toContain(line);
      expect(spoken).toContain(line);
    }
    expect(text).toContain("UBND xã Yên Bình khuyến cáo");
  }
});
