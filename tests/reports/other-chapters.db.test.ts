import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { db } from "@/lib/db";
import { readAdvisories } from "@/lib/reports/chapters/advisories/queries";
import { advisoriesChapter } from "@/lib/reports/chapters/advisories/rules";
import { readComplaints } from "@/lib/reports/chapters/complaints/queries";
import { chapterOf, numberIn } from "@/lib/reports/chapters/rules";
import { aDistrict } from "../support/district";

/** Of a year nobody else in these tests lives in. */
const from = new Date("2019-01-20T00:00:00Z");
const to = new Date("2019-02-05T00:00:00Z");

test("machines that no unit counted are unknown, counted ones add up", async () => {
  const { officer, communes } = await aDistrict();
  const id = randomUUID();
  await db.advisory.create({
    data: {
      id,
      issuer: "Sở TTTT",
      subject: "Cảnh báo tuần",
      edition: 1,
      createdAt: from,
      createdById: officer.userId,
      createdBy: officer.fullName,
      sentAt: new Date("2019-01-25T00:00:00Z"),
      dueAt: to,
      handlings: {
        create: [
          { unitId: communes[0].id, dueAt: to, total: 10, affected: 4, patched: 2, mitigated: 1 },
          { unitId: communes[1].id, dueAt: new Date("2019-01-26T00:00:00Z") },
        ],
      },
    },
  });
  const reading = await readAdvisories(officer, { campaignId: randomUUID(), from, to, at: to });
  const chapter = chapterOf(advisoriesChapter, reading);
  const value = (code: string) => chapter.figures.find((one) => one.code === code)?.value;
  expect([value("sent"), value("affected"), value("fixed"), value("share")]).toEqual([2, 4, 3, 75]);
  expect(value("overdue")).toBe(1);
  const uncounted = chapter.rows.find(({ name }) => name === communes[1].name);
  expect(uncounted && numberIn(uncounted, "affected")).toBeNull();
  const empty = { campaignId: id, from: new Date(0), to: new Date(1), at: to };
  expect(await readAdvisories(officer, empty)).toHaveProperty("why");
});

test("complaints balance: opening and received are what ended and what is left", async () => {
  const { officer, communes } = await aDistrict();
  const day = (text: string) => new Date(`${text}T00:00:00Z`);
  const tally = (text: string, event: string, count: number) => ({
    telcoId: communes[0].id,
    day: day(text),
    kind: "spam_sms" as const,
    event,
    count,
  });
  await db.complaintTally.createMany({
    data: [
      tally("2019-01-10", "received", 7),
      tally("2019-01-12", "handled", 2),
      tally("2019-01-22", "received", 5),
      tally("2019-01-23", "handled", 4),
      tally("2019-01-24", "rejected", 1),
      tally("2019-01-24", "routed", 2),
      tally("2019-03-01", "received", 9),
    ],
  });
  const reading = await readComplaints(officer, { campaignId: randomUUID(), from, to, at: to });
  const rows = "rows" in reading ? reading.rows : [];
  const own = rows.find(({ name }) => name === communes[0].name);
  expect(own?.cells).toEqual({
    opening: 5,
    received: 5,
    handled: 4,
    rejected: 1,
    forwarded: 2,
    closing: 3,
  });
});
