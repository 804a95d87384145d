import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type DraftStep, reviseDraft } from "@/lib/directives/drafts/rules";
import type { Draft, Recipient } from "@/lib/directives/drafts/schema";
import type { Measure } from "@/lib/directives/schema";

const words = fc
  .array(fc.constantFrom("trực", "24/7", "rà", "soát", "báo", "cáo", "xã"), {
    minLength: 1,
    maxLength: 8,
  })
  .map((list) => list.join(" "));
const obligation = fc.record({
  text: words,
  measures: fc.constant<Measure[]>(["free"]),
  dueAt: fc.option(fc.constantFrom("2025-01-20T17:00", "2025-01-25T08:00")),
});
const section = fc.record({
  heading: words,
  recipients: fc.constant<Recipient[]>([]),
  obligations: fc.array(obligation, { maxLength: 4 }),
});
const draft: fc.Arbitrary<Draft> = fc
  .array(section, { maxLength: 4 })
  .map((sections) => ({ ...blank, sections }));
const index = fc.integer({ min: 0, max: 4 });
const place = fc.record({ section: index, obligation: index });

/** Steps that rearrange; none of them may lose or invent a word. */
const rearranging: fc.Arbitrary<DraftStep> = fc.oneof(
  fc.record({ kind: fc.constant("split" as const), at: place, offset: fc.nat(40) }),
  fc.record({ kind: fc.constant("merge" as const), at: place }),
  fc.record({ kind: fc.constant("move" as const), at: place, to: place }),
  fc.record({
    kind: fc.constant("moveSection" as const),
    section: index,
    by: fc.constantFrom(-1 as const, 1 as const),
  }),
  fc.record({ kind: fc.constant("splitSection" as const), at: place }),
);

describe("revising a draft", () => {
  test("rearranging keeps every word of every obligation", () => {
    fc.assert(
      fc.property(draft, fc.array(rearranging, { maxLength: 12 }), (start, steps) => {
        const end = steps.reduce(reviseDraft, start);
        expect(wordsOf(end)).toEqual(wordsOf(start));
      }),
    );
  });

  test("no step changes the draft it was given", () => {
    fc.assert(
      fc.property(draft, rearranging, (start, step) => {
        const copy = structuredClone(start);
        reviseDraft(start, step);
        expect(start).toEqual(copy);
      }),
    );
  });

  test("merging keeps the earlier deadline, so that nobody gains time by it", () => {
    const start = {
      ...blank,
      sections: [
        {
          heading: "",
          recipients: [],
          obligations: [
            { text: "một", measures: ["watch" as const], dueAt: "2025-01-25T08:00" },
            { text: "hai", measures: ["sweep" as const], dueAt: "2025-01-20T17:00" },
          ],
        },
      ],
    };
    const merged = reviseDraft(start, { kind: "merge", at: { section: 0, obligation: 1 } });
    expect(merged.sections[0]?.obligations).toEqual([
      { text: "một\nhai", measures: ["watch", "sweep"], dueAt: "2025-01-20T17:00" },
    ]);
  });

  test("splitting falls between words and never leaves an empty half", () => {
    const start = {
      ...blank,
      sections: [
        {
          heading: "",
          recipients: [],
          obligations: [{ text: "trực ban, báo cáo", measures: [], dueAt: null }],
        },
      ],
    };
    const at = { section: 0, obligation: 0 };
    const halves = reviseDraft(start, { kind: "split", at, offset: 6 }).sections[0]?.obligations;
    expect(halves?.map(({ text }) => text)).toEqual(["trực ban,", "báo cáo"]);
    expect(
      reviseDraft(start, { kind: "split", at, offset: 0 }).sections[0]?.obligations,
    ).toHaveLength(2);
    expect(reviseDraft(start, { kind: "split", at, offset: 99 })).toEqual(start);
  });
});

const blank: Draft = {
  number: null,
  symbol: "",
  place: "",
  issuedOn: null,
  subject: "",
  basis: [],
  addressees: [],
  copies: [],
  supportContacts: [],
  signerAuthority: "",
  signerPosition: "",
  signerName: "",
  sections: [],
  doubts: [],
};

const wordsOf = (value: Draft) =>
  value.sections.flatMap((s) => s.obligations.flatMap((o) => o.text.split(/\s+/))).sort();
