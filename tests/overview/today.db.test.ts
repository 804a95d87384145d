import { randomUUID } from "node:crypto";
import { afterEach, expect, test } from "vitest";
import { declareNotApplicable } from "@/lib/advisories/handling/commands";
import { acknowledgeDirective, reportProgress } from "@/lib/directives/assignments/commands";
import { findUnitHome } from "@/lib/overview/queries";
import { findToday } from "@/lib/overview/today/queries";
import { now, setClock } from "@/lib/time";
import { aSentAdvisory, DAY, inDays, seen } from "@/tests/support/advisories";
import { aDistrict, aDraft, anIssuedDirective } from "@/tests/support/district";

afterEach(() => setClock(undefined));

/** Rounds of sweeps that other tests opened ask every unit; they are not this story's. */
const kindsOf = async (actor: Parameters<typeof findToday>[0]) =>
  (await findToday(actor)).groups
    .map(({ group, items }) => ({
      group,
      kinds: items.map(({ kind }) => kind).filter((kind) => kind !== "sweep" && kind !== "roster"),
    }))
    .filter(({ kinds }) => kinds.length > 0);

test("what comes from different parts of the work stands in one list, and leaves it when it is done", async () => {
  const district = await aDistrict();
  const { lead, otherLead } = district;
  const [section] = aDraft(district).sections;
  const { id: directiveId } = await anIssuedDirective(district, {
    sections: [
      {
        heading: "UBND các xã",
        recipients: section?.recipients ?? [],
        obligations: [{ text: "Tuyên truyền", measures: ["awareness"], dueAt: null }],
      },
    ],
  });
  const { advisoryId } = await aSentAdvisory(district, { dueAt: inDays(3) });
  expect(await kindsOf(lead)).toEqual([
    { group: "now", kinds: ["directive"] },
    { group: "later", kinds: ["advisory"] },
    { group: "undated", kinds: ["directive"] },
  ]);

  await acknowledgeDirective(lead, {
    directiveId,
    contactName: "Hoàng Thị Đầu Mối",
    contactPhone: "0912345678",
  });
  setClock(new Date(now().getTime() + 4 * DAY).toISOString());
  expect(await kindsOf(lead)).toEqual([
    { group: "late", kinds: ["advisory"] },
    { group: "undated", kinds: ["directive"] },
  ]);

  await declareNotApplicable(lead, {
    ...(await seen(advisoryId, lead)),
    reason: "Xã không dùng thiết bị này",
  });
  const { groups } = await findToday(lead);
  const owed = groups.flatMap(({ items }) => items).find(({ kind }) => kind === "directive");
  if (owed?.kind !== "directive") throw new Error("an obligation is left");
  await reportProgress(lead, {
    assignmentId: owed.task.assignmentId ?? "",
    requestId: randomUUID(),
    kind: "result",
    text: "Đã phát thanh bốn buổi",
    files: [],
  });
  expect(await kindsOf(lead)).toEqual([]);
  // Another unit's list is its own business.
  expect(await kindsOf(otherLead)).toEqual([
    { group: "now", kinds: ["directive"] },
    { group: "late", kinds: ["advisory"] },
    { group: "undated", kinds: ["directive"] },
  ]);
});

test("is no page of the district, and of another group neither", async () => {
  const { officer, observer, lead } = await aDistrict();
  expect((await findToday(officer)).count).toBe(0);
  expect((await findToday(observer)).count).toBe(0);
  expect(await findUnitHome(lead, "telecom")).toBeNull();
  expect((await findUnitHome(lead, "locality"))?.unitName).toBe(lead.unitName);
});
