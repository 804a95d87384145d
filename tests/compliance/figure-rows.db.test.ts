import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { systemActor } from "@/lib/auth/system-actor";
import { rejectComplaint } from "@/lib/complaints/moves/commands";
import { reopenComplaint } from "@/lib/complaints/moves/reopening/commands";
import { listFigureRows } from "@/lib/compliance/figures/rows/queries";
import { figureValue } from "@/lib/compliance/figures/rules";
import { type ListedFigure, listedFigures } from "@/lib/compliance/figures/schema";
import { measureCompliance } from "@/lib/compliance/measuring/commands";
import { listOverdue } from "@/lib/compliance/overdue/queries";
import { findPicture } from "@/lib/compliance/queries";
import type { MeasuredDay } from "@/lib/compliance/standing/queries";
import { db } from "@/lib/db";
import { endOutage, reportOutage } from "@/lib/infrastructure/commands";
import { now, setClock } from "@/lib/time";
import { anItem, aSentAdvisory } from "@/tests/support/advisories";
import {
  aDistrictWithTelcos,
  anEnteredComplaint,
  type DistrictWithTelcos,
} from "@/tests/support/complaints";
import { aDraft, anIssuedDirective } from "@/tests/support/district";
import { aReportedIncident } from "@/tests/support/incidents";

/** A year nobody else in these tests lives in, so that this campaign is the newest. */
const at = (text: string) => setClock(`${text}:00+07:00`);

let district: DistrictWithTelcos;
let dot: string;
let again = "";
const made = { incidents: "", unpatched: "", complaints: "", infrastructure: "" };

beforeAll(async () => {
  at("2034-02-17T06:00");
  district = await aDistrictWithTelcos();
  const campaign = await db.campaign.create({
    data: {
      name: `Tết ${randomUUID()}`,
      startsAt: new Date("2034-02-17T07:00:00+07:00"),
      endsAt: new Date("2034-02-21T07:00:00+07:00"),
      openedAt: now(),
      createdById: district.officer.userId,
    },
  });
  dot = campaign.id;
  at("2034-02-17T08:00");
  const [section] = aDraft(district).sections;
  if (!section) throw new Error("a draft has a section");
  const obligations = [
    { text: "Trực 24/7", measures: ["watch" as const], dueAt: "2034-02-18T17:00" },
  ];
  const { id } = await anIssuedDirective(district, { sections: [{ ...section, obligations }] });
  await db.directive.update({ where: { id }, data: { campaignId: dot } });

  at("2034-02-18T10:00");
  made.incidents = await aReportedIncident(district.lead);
  made.complaints = (await anEnteredComplaint(district.liaison)).complaintId;
  made.infrastructure = randomUUID();
  await reportOutage(district.liaison, {
    outageId: made.infrastructure,
    what: "Đứt cáp quang",
    startsAt: now(),
    communeIds: [district.communes[0].id],
  });
  const item = anItem({ exploited: true });
  const advisory = await aSentAdvisory(district, { items: [item] });
  made.unpatched = advisory.advisoryId;

  at("2034-02-19T10:00");
  await measureCompliance(systemActor);
  const { version } = await db.complaint.findUniqueOrThrow({ where: { id: made.complaints } });
  await rejectComplaint(district.liaison, {
    complaintId: made.complaints,
    version,
    reason: "Số đã ngừng hoạt động từ trước.",
  });
  const reopened = await anEnteredComplaint(district.otherLiaison);
  const of = { complaintId: reopened.complaintId, reason: "Số vẫn gọi tới người dân." };
  await rejectComplaint(district.otherLiaison, { ...of, version: 1 });
  again = reopened.complaintId;
  await endOutage(district.liaison, { outageId: made.infrastructure, endsAt: now() });
  at("2034-02-20T10:00");
  await reopenComplaint(district.otherLiaison, { ...of, version: 2 });
  await measureCompliance(systemActor);
});

afterAll(() => setClock(undefined));

const PER_PAGE = 50;

/**
 * The first page and the last, where what is of this year stands whichever way a list runs; how many rows
 * they make of the list with the full pages between them.
 */
async function rowsOf(figure: ListedFigure, { day: ngay, figures }: MeasuredDay) {
  const page = async (page: number) => {
    const list = await listFigureRows(district.officer, figure, { dot, ngay, page });
    return { rows: list?.rows ?? [], hasNext: list?.hasNext ?? false };
  };
  const last = Math.max(1, Math.ceil(figureValue(figures, figure) / PER_PAGE));
  const first = await page(1);
  const end = last === 1 ? { ...first, rows: [] } : await page(last);
  expect(first.hasNext, figure).toBe(last > 1);
  expect(end.hasNext, figure).toBe(false);
  const rows = [...first.rows, ...end.rows];
  return { rows, count: rows.length + Math.max(0, last - 2) * PER_PAGE };
}

async function measuredDays() {
  const picture = await findPicture(district.officer, { dot });
  return picture?.days ?? [];
}

test("behind every figure of every day stand as many rows as it says", async () => {
  const days = await measuredDays();
  expect(days.map(({ day }) => day)).toEqual([
    "2034-02-17",
    "2034-02-18",
    "2034-02-19",
    "2034-02-20",
  ]);
  for (const day of days) {
    for (const figure of listedFigures) {
      const { rows, count } = await rowsOf(figure, day);
      expect(count, `${figure} on ${day.day}`).toBe(figureValue(day.figures, figure));
      expect(new Set(rows.map(({ id, unitId }) => id + unitId)).size).toBe(rows.length);
    }
  }
});

test("a row is in the list of a day on which it was open, and in no other", async () => {
  const [before, that, after, today] = await measuredDays();
  if (!before || !that || !after || !today) throw new Error("four days were measured");
  const has = async (figure: ListedFigure, id: string, day: MeasuredDay) =>
    (await rowsOf(figure, day)).rows.some((row) => row.id === id);
  for (const [figure, id] of Object.entries(made) as [keyof typeof made, string][]) {
    expect(await has(figure, id, before), `${figure} before`).toBe(false);
    expect(await has(figure, id, that), `${figure} that day`).toBe(true);
    const ended = figure === "complaints" || figure === "infrastructure";
    expect(await has(figure, id, after), `${figure} after`).toBe(!ended);
  }
  expect(await has("complaints", again, after), "ended that day, taken up the next").toBe(false);
  expect(await has("complaints", again, today)).toBe(true);
  const [unit] = district.communes;
  const watch = (await rowsOf("duty", that)).rows.find((row) => row.unitId === unit.id);
  expect(watch).toMatchObject({ figure: "duty", rostered: false, since: null });
});

test("cases and complaints are the district's to list; the province reads the rest, a unit none", async () => {
  const { observer, lead, liaison, policeLead } = district;
  const filter = { dot, page: 1 };
  for (const figure of listedFigures) {
    const named = figure === "incidents" || figure === "complaints";
    const list = await listFigureRows(observer, figure, filter);
    expect(list === null, figure).toBe(named);
    for (const unit of [lead, liaison, policeLead]) {
      expect(await listFigureRows(unit, figure, filter), figure).toBeNull();
    }
  }
  expect(await listOverdue(lead, filter)).toBeNull();
});
