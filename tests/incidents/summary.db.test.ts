import { expect, test } from "vitest";
import { db } from "@/lib/db";
import { layOut } from "@/lib/documents/official/layout/rules";
import { findIncidentSummary } from "@/lib/incidents/reports/summary/queries";
import { halfYears, summaryQuerySchema } from "@/lib/incidents/reports/summary/schema";
import { isoDay, now } from "@/lib/time";
import { aDistrictWithPolice, aReportedIncident } from "@/tests/support/incidents";

const rowsOf = async (actor: Parameters<typeof findIncidentSummary>[0]) => {
  const today = isoDay(now());
  const paper = await findIncidentSummary(actor, { from: today, to: today });
  const grid = paper ? layOut(paper)[0]?.flow.find(({ kind }) => kind === "grid") : null;
  if (grid?.kind !== "grid") throw new Error("the form has its table");
  return grid.rows.map((cells) => cells.map(({ runs }) => runs.map(({ text }) => text).join("")));
};

test("the summary by Mẫu 05 counts each kind and their sum, and leaves out drills", async () => {
  const { staff, officer } = await aDistrictWithPolice();
  const before = await rowsOf(officer);
  await aReportedIncident(staff, { sign: "defacement" });
  const escalated = await aReportedIncident(staff, { sign: "defacement" });
  await db.incident.update({
    where: { id: escalated },
    data: { escalatedAt: now(), escalatedById: staff.userId },
  });
  const after = await rowsOf(officer);
  expect(after).toHaveLength(11);
  const grown = (row: number, column: number) =>
    Number(after[row]?.[column]) - Number(before[row]?.[column]);
  const defacement = after.findIndex(([, kind]) => kind === "Thay đổi giao diện");
  expect([2, 3, 4].map((column) => grown(defacement, column))).toEqual([2, 1, 1]);
  for (const column of [2, 3, 4, 6]) {
    const parts = after.slice(0, 10).reduce((sum, cells) => sum + Number(cells[column]), 0);
    expect(Number(after[10]?.[column])).toBe(parts);
  }
});

test("is the district's: units, a telco and the province find nothing", async () => {
  const { lead, liaison, observer, policeLead } = await aDistrictWithPolice();
  const [query] = halfYears();
  for (const actor of [lead, liaison, observer, policeLead]) {
    expect(query && (await findIncidentSummary(actor, query))).toBeNull();
  }
});

test("the running half year is offered first; a period that ends before it starts is none", () => {
  expect(halfYears("2025-01-29").map(({ from }) => from)).toEqual([
    "2025-01-01",
    "2024-07-01",
    "2025-01-01",
  ]);
  expect(halfYears("2025-07-01")[0]).toMatchObject({ from: "2025-07-01", to: "2025-12-31" });
  expect(summaryQuerySchema.safeParse({ from: "2025-02-01", to: "2025-01-01" }).success).toBe(
    false,
  );
});
