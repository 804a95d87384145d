import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { pauseAfter } from "@/lib/notifications/deliveries/rules";
import { MOST_ATTEMPTS } from "@/lib/notifications/deliveries/schema";
import { noticeKinds } from "@/lib/notifications/labels";
import { letterOf, screenText, type Told } from "@/lib/notifications/letters/rules";

const told = (overrides: Partial<Told> = {}): Told => ({
  noticeId: "01a21816-52f6-7f3b-9d92-3d62fc63174a",
  kind: "directive.issue",
  title: "Số 05/UBND-VH: Bảo đảm an toàn thông tin",
  body: "",
  at: new Date("2025-01-05T01:00:00Z"),
  restricted: false,
  person: { name: "Lương Thị Hoa", unit: "UBND xã Yên Bình" },
  ...overrides,
});

const kind = fc.constantFrom(...Object.keys(noticeKinds));

describe("a letter", () => {
  test("leads to the notice, in text and in HTML, and says how to get fewer", () => {
    const { subject, text, html } = letterOf(told(), "https://truc.huulung.example");
    expect(subject).toBe("Văn bản mới: Số 05/UBND-VH: Bảo đảm an toàn thông tin");
    for (const part of [text, html]) {
      expect(part).toContain("https://truc.huulung.example/notices/01a21816");
      expect(part).toContain("https://truc.huulung.example/profile/notices");
    }
    expect(letterOf(told(), null).text).not.toContain("http");
  });

  test("keeps its subject on one line and its HTML free of what people typed", () => {
    fc.assert(
      fc.property(kind, fc.string({ unit: "binary" }), fc.string(), (kind, title, body) => {
        const letter = letterOf(told({ kind, title: `${title}\r\nBcc: a@b.vn`, body }), null);
        expect(letter.subject).not.toMatch(/[\r\n]/);
        const hostile = letterOf(
          told({ kind, title: "<img src=x onerror=a()>", body: "<script>" }),
          null,
        );
        expect(hostile.html).not.toMatch(/<img|<script/);
      }),
    );
  });

  test("says nothing of a restricted case but its kind, whatever the kind", () => {
    fc.assert(
      fc.property(kind, (kind) => {
        const secret = told({ kind, restricted: true, title: "BÍ MẬT", body: "BÍ MẬT" });
        const { subject, text, html } = letterOf(secret, null);
        for (const part of [subject, text, html, ...Object.values(screenText(secret))]) {
          expect(part).not.toContain("BÍ MẬT");
        }
      }),
    );
  });
});

test("a locked screen names no incident and no resident", () => {
  for (const kind of ["incident.report", "complaint.new", "escalation.raised", "drill.inject"]) {
    expect(Object.values(screenText(told({ kind, title: "SC-01" }))).join()).not.toContain("SC-01");
  }
  expect(screenText(told()).body).toContain("05/UBND-VH");
});

test("pauses grow, are spread, and end after half an hour at most", () => {
  for (let attempts = 1; attempts <= MOST_ATTEMPTS; attempts++) {
    expect(pauseAfter(attempts, 0)).toBeGreaterThanOrEqual(pauseAfter(attempts, 1) / 2);
    expect(pauseAfter(attempts, 1)).toBeLessThanOrEqual(30 * 60_000);
    if (attempts > 1)
      expect(pauseAfter(attempts, 0)).toBeGreaterThanOrEqual(pauseAfter(attempts - 1, 0));
  }
});
