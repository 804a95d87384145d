import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { inTransaction } from "@/lib/db";
import { dismissNotice } from "@/lib/notifications/commands";
import { listNews, listNotices } from "@/lib/notifications/queries";
import { type NewNotice, noticePeople, noticeUnits } from "@/lib/notifications/record";
import { aDistrict, auditOf } from "@/tests/support/district";

const aNotice = (): NewNotice => ({
  kind: "directive.recall",
  title: "Thu hồi công văn số 12/UBND-VH",
  subject: { type: "directive", id: randomUUID() },
  cause: randomUUID(),
});

describe("a notice", () => {
  test("for a unit is seen by its people and by nobody else", async () => {
    const { lead, staff, otherLead } = await aDistrict();
    const notice = aNotice();
    await inTransaction((tx) => noticeUnits(tx, [lead.unitId], notice));
    expect(await listNotices(lead)).toHaveLength(1);
    expect(await listNotices(staff)).toHaveLength(1);
    expect(await listNotices(otherLead)).toEqual([]);
  });

  test("for a person is that person's alone", async () => {
    const { lead, staff } = await aDistrict();
    await inTransaction((tx) => noticePeople(tx, [staff.userId], aNotice()));
    expect(await listNotices(staff)).toHaveLength(1);
    expect(await listNotices(lead)).toEqual([]);
  });

  test("of one cause is given once, however often it is raised", async () => {
    const { lead, otherLead } = await aDistrict();
    const notice = aNotice();
    const raise = () =>
      inTransaction((tx) => noticeUnits(tx, [lead.unitId, otherLead.unitId], notice));
    expect(await raise()).toBe(2);
    expect(await raise()).toBe(0);
    expect(await listNotices(lead)).toHaveLength(1);
  });

  test("told to the unit and to its leader alone is read and put away as one", async () => {
    const { lead } = await aDistrict();
    const notice = aNotice();
    await inTransaction(async (tx) => {
      await noticeUnits(tx, [lead.unitId], notice);
      await noticePeople(tx, [lead.userId], notice);
    });
    const [first, ...others] = await listNews(lead);
    expect(others).toEqual([]);
    await dismissNotice(lead, { noticeId: first?.id ?? "" });
    expect(await listNews(lead)).toEqual([]);
  });

  test("of a kind that the page shows otherwise is left out", async () => {
    const { lead } = await aDistrict();
    await inTransaction((tx) => noticeUnits(tx, [lead.unitId], aNotice()));
    expect(await listNotices(lead, ["directive.recall"])).toEqual([]);
  });

  test("is put away once, with its entry, and not by another unit", async () => {
    const { lead, otherLead } = await aDistrict();
    await inTransaction((tx) => noticeUnits(tx, [lead.unitId], aNotice()));
    const [notice] = await listNotices(lead);
    const noticeId = notice?.id ?? "";
    await expect(dismissNotice(otherLead, { noticeId })).rejects.toMatchObject({
      reason: "not-found",
    });
    await dismissNotice(lead, { noticeId });
    expect(await listNotices(lead)).toEqual([]);
    expect(await auditOf(noticeId)).toEqual(["notice.see"]);
    await expect(dismissNotice(lead, { noticeId })).rejects.toMatchObject({ reason: "not-found" });
  });
});
