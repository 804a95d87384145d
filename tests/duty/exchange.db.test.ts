import { randomUUID } from "node:crypto";
import readExcelFile from "read-excel-file/node";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { db } from "@/lib/db";
import { writeWorkbook } from "@/lib/documents/workbook";
import { listDutyNow } from "@/lib/duty/coverage/now/queries";
import { findWall, measureWatch } from "@/lib/duty/coverage/queries";
import { nowFilterSchema, wallFilterSchema } from "@/lib/duty/coverage/schema";
import { createFeed, revokeFeed } from "@/lib/duty/feeds/commands";
import { findFeed, listFeeds } from "@/lib/duty/feeds/queries";
import { calendarText } from "@/lib/duty/feeds/rules";
import { postLabels } from "@/lib/duty/labels";
import { removeDutyPerson } from "@/lib/duty/people/commands";
import { importRoster } from "@/lib/duty/rosters/import/commands";
import { hoursSheet, rosterSheet } from "@/lib/duty/rosters/paper/rules";
import { findRoster } from "@/lib/duty/rosters/queries";
import { personHours } from "@/lib/duty/rosters/rules";
import { saveUnitRule } from "@/lib/duty/settings/commands";
import { checkIn } from "@/lib/duty/shifts/commands";
import { approveSwap, askSwap, consentSwap, endSwap } from "@/lib/duty/swaps/commands";
import { findSwapOffer, listOpenSwaps } from "@/lib/duty/swaps/queries";
import { setClock } from "@/lib/time";
import { auditOf } from "@/tests/support/district";
import { aPublishedRoster, aRosterDraft, aShift, publishNow } from "@/tests/support/duty";

const clock = (text: string) => setClock(`${text}:00+07:00`);
beforeEach(() => clock("2025-01-20T08:00"));
afterEach(() => setClock(undefined));

const everyUnit = wallFilterSchema.parse({});

describe("coverage", () => {
  test("the database and the pure rules count the same minutes", async () => {
    const draft = await aRosterDraft();
    await aShift(draft, draft.hoa, ["2025-01-28T07:00", "2025-01-28T19:00"]);
    await aShift(draft, draft.tuan, ["2025-01-28T17:00", "2025-01-29T05:00"]);
    const shiftId = await aShift(draft, draft.hoa, ["2025-01-29T07:00", "2025-01-29T19:00"]);
    await publishNow(draft, "thiếu người");
    clock("2025-01-29T08:00");
    await checkIn(draft.staff, { requestId: randomUUID(), shiftId, kind: "start", deviceAt: null });
    clock("2025-01-29T10:00");

    const { campaign } = draft;
    const measure = await measureWatch(draft.district.officer, campaign);
    const rounded = Object.entries(measure).map(([name, value]) => [name, Math.round(value)]);
    expect(Object.fromEntries(rounded)).toEqual({
      units: 1,
      complete: 0,
      requiredMinutes: 48 * 60,
      rosteredMinutes: 34 * 60,
      dueMinutes: 27 * 60,
      takenMinutes: 120,
    });
    const { lines } = await findWall(draft.district.officer, campaign, {
      ...everyUnit,
      only: "gaps",
    });
    const minutes = (kind: string) =>
      lines[0]!.runs
        .filter((run) => run.kind === kind)
        .reduce(
          (sum, run) => sum + Math.round((run.endsAt.getTime() - run.startsAt.getTime()) / 60_000),
          0,
        );
    expect([minutes("gap"), minutes("taken"), minutes("missed"), minutes("planned")]).toEqual([
      14 * 60,
      11 * 60,
      23 * 60,
      0,
    ]);
  });

  test("a unit that must keep watch and has no roster is a hole; another unit sees its own alone", async () => {
    const { district, campaign } = await aPublishedRoster();
    const [officers, others] = await Promise.all(
      [district.officer, district.otherLead].map((actor) =>
        findWall(actor, { ...campaign }, everyUnit),
      ),
    );
    expect(officers!.lines).toHaveLength(1);
    expect(others!.lines).toEqual([]);
    expect(await measureWatch(district.officer, campaign)).toMatchObject({ units: 1, complete: 1 });
  });

  test("who is on now, and who has not taken the shift", async () => {
    const { district, campaign, shifts, staff } = await aPublishedRoster();
    const filter = nowFilterSchema.parse({ kind: district.kindCode });
    clock("2025-01-28T07:30");
    const before = await listDutyNow(district.observer, filter);
    expect(before.units).toMatchObject([
      { taken: false, people: [{ name: "Lương Thị Hoa" }], next: { name: "Hoàng Văn Tuấn" } },
    ]);
    await checkIn(staff, {
      requestId: randomUUID(),
      shiftId: shifts[0],
      kind: "start",
      deviceAt: null,
    });
    expect((await listDutyNow(district.observer, filter)).units).toMatchObject([{ taken: true }]);
    expect((await listDutyNow(district.otherLead, filter)).units).toEqual([]);
    expect(campaign.name).toBe("Tết Ất Tỵ");
  });
});

describe("swaps", () => {
  test("need the other's consent and the lead's approval; two shifts change hands together", async () => {
    const { staff, lead, district, shifts, tuan, rosterId } = await aPublishedRoster();
    const offer = await findSwapOffer(staff, shifts[0]);
    expect(offer?.colleagues[0]?.shifts.map(({ id }) => id)).toContain(shifts[3]);
    const requestId = randomUUID();
    const form = {
      requestId,
      shiftId: shifts[0],
      toPersonId: tuan,
      otherShiftId: shifts[3],
      reason: "Con ốm",
    };
    await askSwap(staff, form);
    await askSwap(staff, form);
    await expect(askSwap(staff, { ...form, requestId: randomUUID() })).rejects.toMatchObject({
      reason: "conflict",
    });
    await expect(approveSwap(lead, { swapId: requestId })).rejects.toMatchObject({
      reason: "forbidden",
    });
    await expect(consentSwap(staff, { swapId: requestId })).rejects.toMatchObject({
      reason: "forbidden",
    });
    await expect(consentSwap(district.otherLead, { swapId: requestId })).rejects.toMatchObject({
      reason: "not-found",
    });
    await consentSwap(lead, { swapId: requestId });
    const outcomes = await Promise.allSettled([
      approveSwap(lead, { swapId: requestId }),
      approveSwap(lead, { swapId: requestId }),
    ]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await auditOf(requestId)).toEqual(["swap.ask", "swap.consent", "swap.approve"]);
    const roster = await findRoster(lead, rosterId);
    expect(roster?.minutes).toBe(0);
    expect(roster?.shifts.map(({ person }) => person.name)).toEqual([
      "Hoàng Văn Tuấn",
      "Hoàng Văn Tuấn",
      "Lương Thị Hoa",
      "Lương Thị Hoa",
    ]);
    expect(roster?.editions[0]?.changes).toHaveLength(2);
  });

  test("change hands at once where the unit asks for no approval, and can be taken back", async () => {
    const { staff, lead, shifts, tuan } = await aPublishedRoster();
    await saveUnitRule(lead, { swapNeedsApproval: false });
    const ask = async (shiftId: string) => {
      const requestId = randomUUID();
      await askSwap(staff, {
        requestId,
        shiftId,
        toPersonId: tuan,
        otherShiftId: null,
        reason: "Việc nhà",
      });
      return requestId;
    };
    const first = await ask(shifts[0]);
    await endSwap(staff, { swapId: first, reason: "" });
    expect(await listOpenSwaps(staff)).toEqual([]);
    const second = await ask(shifts[2]);
    await consentSwap(lead, { swapId: second });
    const changed = await db.shift.findFirst({ where: { replacesId: shifts[2] } });
    expect(changed?.personId).toBe(tuan);
  });
});

describe("paper", () => {
  test("the workbook has the customary table and the hours, and can be read back in", async () => {
    const { lead, rosterId } = await aPublishedRoster();
    const roster = (await findRoster(lead, rosterId))!;
    const hours = personHours(roster.shifts, roster.policy);
    expect(hours.map(({ name, shifts, hours: sum }) => [name, shifts, sum])).toEqual([
      ["Lương Thị Hoa", 2, 24],
      ["Hoàng Văn Tuấn", 2, 24],
    ]);
    const bytes = await writeWorkbook([rosterSheet(roster), hoursSheet(roster, hours, postLabels)]);
    const [table] = await readExcelFile(bytes);
    expect(table?.data[4]).toEqual(
      expect.arrayContaining(["Thứ Ba, 28/01/2025", "07:00–19:00", "Lương Thị Hoa"]),
    );

    const draft = await aRosterDraft();
    const file = new File([new Uint8Array(bytes)], "lich.xlsx");
    const { shifts, added } = await importRoster(draft.lead, {
      rosterId: draft.rosterId,
      version: 1,
      file,
    });
    expect([shifts, added]).toEqual([4, 0]);
    expect((await findRoster(draft.lead, draft.rosterId))?.minutes).toBe(0);
  });

  test("a file with errors tells each by its row and changes nothing", async () => {
    const draft = await aRosterDraft();
    const text = [
      "Ngày;Ca;Trực chuyên môn;Chức vụ;Điện thoại",
      "28/01/2025;07:00-19:00;Người Mới;Công chức;0912 000 333",
      ";18:00-06:00;Người Mới;;",
      "30/02/2025;07:00-19:00;Lương Thị Hoa;;",
      "29/01/2025;sáng;Lương Thị Hoa;;",
      "31/01/2025;07:00-19:00;Lương Thị Hoa;;",
    ].join("\n");
    const send = (content: string, version = 1) =>
      importRoster(draft.lead, {
        rosterId: draft.rosterId,
        version,
        file: new File([content], "lich.csv"),
      });
    await expect(send(text)).rejects.toThrow(
      /Dòng 3: .*\n?[\s\S]*Dòng 4: [\s\S]*Dòng 5: [\s\S]*Dòng 6: /,
    );
    expect((await findRoster(draft.lead, draft.rosterId))?.shifts).toEqual([]);
    await expect(send("không phải bảng")).rejects.toMatchObject({ reason: "invalid" });
    const { added } = await send(text.split("\n").slice(0, 2).join("\n"));
    expect(added).toBe(1);
  });
});

describe("calendar addresses", () => {
  test("show one's own shifts to whoever has them, until they are revoked", async () => {
    const { staff, lead, district, hoa } = await aPublishedRoster();
    const { token } = await createFeed(staff, { scope: "person" });
    const feed = (await findFeed(token))!;
    expect(feed.shifts).toHaveLength(2);
    const text = calendarText(feed.name, feed.shifts, postLabels);
    expect(text).toContain("DTSTART:20250128T000000Z\r\nDTEND:20250128T120000Z");
    expect(text.split("\r\n").every((line) => Buffer.byteLength(line) <= 75)).toBe(true);

    await expect(createFeed(staff, { scope: "unit" })).rejects.toMatchObject({
      reason: "forbidden",
    });
    const { token: ofUnit } = await createFeed(lead, { scope: "unit" });
    expect((await findFeed(ofUnit))?.shifts).toHaveLength(4);
    const [{ id } = { id: "" }] = await listFeeds(staff);
    await expect(revokeFeed(district.otherLead, { feedId: id })).rejects.toMatchObject({
      reason: "not-found",
    });
    await revokeFeed(staff, { feedId: id });
    expect(await findFeed(token)).toBeNull();
    expect(await findFeed("đoán mò")).toBeNull();

    const { token: another } = await createFeed(staff, { scope: "person" });
    clock("2025-02-01T08:00");
    expect(await findFeed(another)).not.toBeNull();
    await removeDutyPerson(lead, { personId: hoa });
    expect(await findFeed(another)).toBeNull();
  });
});
