import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import type { Actor } from "@/lib/auth/actor";
import {
  correctActivity,
  recordActivity,
  removeActivity,
  repeatActivity,
} from "@/lib/awareness/commands";
import { compareUnits } from "@/lib/awareness/comparison/queries";
import { comparedGroup, comparisonSorts } from "@/lib/awareness/comparison/schema";
import { findAssignmentAwareness, findDirectiveAwareness } from "@/lib/awareness/coverage/queries";
import { announceMessage, createMessage, saveMessage } from "@/lib/awareness/messages/commands";
import { findMessage } from "@/lib/awareness/messages/queries";
import { statePopulations } from "@/lib/awareness/populations/commands";
import { findActivity, findLastActivity, listActivities } from "@/lib/awareness/queries";
import { activityFilterSchema, type RecordActivity } from "@/lib/awareness/schema";
import { db } from "@/lib/db";
import { findFile } from "@/lib/files/queries";
import { isoDay, now } from "@/lib/time";
import { aDistrict, anIssuedDirective, auditOf, type District } from "../support/district";

const anActivity = (overrides: Partial<RecordActivity> = {}): RecordActivity => ({
  requestId: randomUUID(),
  kind: "loudspeaker",
  topic: "Giả danh công an",
  heldOn: isoDay(now()),
  times: 2,
  staffReach: null,
  publicReach: 300,
  note: "",
  messageId: null,
  photos: [],
  ...overrides,
});

const aPhoto = () =>
  new File(
    [Buffer.from("ffd8ffe000104a46494600010100000100010000ffda0008010100003f00aaffd9", "hex")],
    "loa xã.jpg",
  );

describe("a unit writes down what it did", () => {
  test("once, with its photo and its audit entry, however often the form is sent", async () => {
    const { lead, otherLead, officer } = await aDistrict();
    const input = anActivity({ photos: [aPhoto()] });
    await recordActivity(lead, input);
    await recordActivity(lead, input);
    const found = await findActivity(lead, input.requestId);
    expect(found?.photos).toHaveLength(1);
    expect(await auditOf(input.requestId)).toEqual(["awareness.record"]);

    const photo = found?.photos[0] ?? "";
    expect(await findFile(officer, photo)).toMatchObject({ mediaType: "image/jpeg" });
    expect(await findFile(otherLead, photo)).toBeNull();
    expect(await findActivity(otherLead, input.requestId)).toBeNull();
  });

  test("again today with one tap, without the photo of another day", async () => {
    const { staff } = await aDistrict();
    const input = anActivity({ heldOn: "2025-01-02", photos: [aPhoto()] });
    await recordActivity(staff, input);
    const requestId = randomUUID();
    await repeatActivity(staff, { requestId, activityId: input.requestId });
    await repeatActivity(staff, { requestId, activityId: input.requestId });
    const last = await findLastActivity(staff);
    expect(last).toMatchObject({ id: requestId, heldOn: isoDay(now()), times: 2, photos: [] });
    expect(await auditOf(requestId)).toEqual(["awareness.repeat"]);
  });

  test("what was corrected meanwhile is not written over; what is taken back counts no more", async () => {
    const { lead, staff } = await aDistrict();
    const input = anActivity();
    await recordActivity(lead, input);
    const { requestId: activityId, messageId: _, ...facts } = input;
    await correctActivity(lead, { ...facts, activityId, version: 1, times: 5 });
    await expect(correctActivity(staff, { ...facts, activityId, version: 1 })).rejects.toThrow(
      "Đồng nghiệp vừa sửa",
    );
    await removeActivity(lead, { activityId, reason: "Ghi nhầm ngày" });
    const list = await listActivities(lead, activityFilterSchema.parse({}));
    expect(list.rows).toEqual([]);
    expect((await findActivity(lead, activityId))?.removedAt).not.toBeNull();
    await expect(removeActivity(lead, { activityId, reason: "lần nữa" })).rejects.toThrow();
  });

  test("another unit's is not found, an observer writes nothing, tomorrow has not happened", async () => {
    const { lead, otherLead, observer } = await aDistrict();
    const input = anActivity();
    await recordActivity(lead, input);
    await expect(
      repeatActivity(otherLead, { requestId: randomUUID(), activityId: input.requestId }),
    ).rejects.toThrow("Không tìm thấy");
    await expect(recordActivity(observer, anActivity())).rejects.toThrow("chỉ xem");
    await expect(recordActivity(lead, anActivity({ heldOn: "2999-01-01" }))).rejects.toThrow(
      "hôm nay",
    );
    const text = new File(["không phải ảnh"], "anh.jpg");
    await expect(recordActivity(lead, anActivity({ photos: [text] }))).rejects.toThrow(
      "không phải ảnh",
    );
  });
});

describe("the district compares", () => {
  const window = {
    startsAt: new Date("2025-01-20T00:00:00Z"),
    endsAt: new Date("2025-02-10T00:00:00Z"),
  };
  const done = (actor: Actor, publicReach: number | null) =>
    recordActivity(actor, anActivity({ heldOn: "2025-01-25", publicReach }));
  const compared = async (district: District) => {
    const filter = { group: district.kindCode, sort: "rate" as const, page: 1 };
    const found = await compareUnits(district.officer, window, filter);
    return new Map(found?.rows.map((row) => [row.unitId, row]));
  };

  test("per 1,000 residents; without residents or without a count it cannot", async () => {
    const district = await aDistrict();
    const [first, second, third] = district.communes;
    await done(district.lead, 300);
    await done(district.lead, null);
    await done(district.otherLead, null);
    await statePopulations(district.officer, {
      unitIds: [first.id, second.id],
      populations: [4000, 5000],
    });
    const rows = await compared(district);
    expect(rows.get(first.id)).toMatchObject({ rate: 75, activities: 2, uncounted: 1 });
    expect(rows.get(second.id)).toMatchObject({ rate: null, publicReach: null, activities: 1 });
    expect(rows.get(third.id)).toMatchObject({ rate: null, publicReach: 0, population: null });
    for (const sort of comparisonSorts) {
      const found = await compareUnits(district.officer, window, {
        group: district.kindCode,
        sort,
        page: 1,
      });
      expect(found?.rows, sort).toHaveLength(3);
      // Those of whom nothing can be said stand last, whichever way the others are ordered.
      if (sort === "rate" || sort === "least") expect(found?.rows[0]?.unitId).toBe(first.id);
    }
    expect(await compareUnits(district.lead, window, { sort: "rate", page: 1 })).toBeNull();
  });

  test("the number of residents is the district's to state, and leaves its entry", async () => {
    const { communes, officer, lead } = await aDistrict();
    const said = { unitIds: [communes[0].id], populations: [4321] };
    await expect(statePopulations(lead, said)).rejects.toThrow("cán bộ của huyện");
    expect(await statePopulations(officer, said)).toBe(1);
    expect(await statePopulations(officer, said)).toBe(0);
    expect(await auditOf(communes[0].id)).toEqual(["unit.state-population"]);
  });
});

test("the units that have residents are compared first, all where none has", () => {
  const kinds = [
    { code: "agency", withResidents: 0 },
    { code: "commune", withResidents: 23 },
  ];
  expect(comparedGroup(undefined, kinds)).toBe("commune");
  expect(comparedGroup("agency", kinds)).toBe("agency");
  expect(comparedGroup(undefined, kinds.slice(0, 1))).toBe("all");
});

test("the directive's obligation of awareness is measured from what units did", async () => {
  const district = await aDistrict();
  const { id } = await anIssuedDirective(district);
  await recordActivity(district.lead, anActivity({ staffReach: 12 }));
  const measured = await findDirectiveAwareness(district.officer, id);
  expect(measured?.measure).toMatchObject({
    units: 3,
    active: 1,
    publicReach: 300,
    staffReach: 12,
  });
  expect(measured?.exceptions.units.map(({ unitId }) => unitId).sort()).toEqual(
    [district.communes[1].id, district.communes[2].id].sort(),
  );
  expect(await findDirectiveAwareness(district.lead, id)).toBeNull();

  const assignment = await db.assignment.findFirstOrThrow({
    where: {
      directiveId: id,
      unitId: district.communes[0].id,
      obligation: { measures: { has: "awareness" } },
    },
  });
  const own = await findAssignmentAwareness(district.lead, assignment.id);
  expect(own?.measure).toMatchObject({ activities: 1, times: 2 });
  expect(await findAssignmentAwareness(district.otherLead, assignment.id)).toBeNull();
});

test("the district writes ready messages, units read them, an older edition is not saved over", async () => {
  const { officer, secondOfficer, lead } = await aDistrict();
  const words = {
    title: "Giả danh giao hàng",
    topic: "Giao hàng",
    summary: "Nhận hàng rồi mới trả tiền.",
    body: "Kẻ gian gọi báo có đơn hàng và xin chuyển khoản trước.",
    advice: "Kiểm tra đơn hàng.",
  };
  const requestId = randomUUID();
  await expect(createMessage(lead, { requestId, ...words })).rejects.toThrow("cán bộ của huyện");
  const { id } = await createMessage(officer, { requestId, ...words });
  await saveMessage(officer, { messageId: id, version: 1, ...words, title: "Giả danh shipper" });
  await expect(saveMessage(secondOfficer, { messageId: id, version: 1, ...words })).rejects.toThrow(
    "Đồng nghiệp vừa sửa",
  );
  expect(await findMessage(lead, id)).toMatchObject({ title: "Giả danh shipper", version: 2 });
  expect(await auditOf(id)).toEqual(["awareness-message.create", "awareness-message.save"]);
  await expect(announceMessage(lead, { messageId: id, version: 2 })).rejects.toThrow("cán bộ");
  expect(await announceMessage(officer, { messageId: id, version: 2 })).toBeGreaterThanOrEqual(3);
  expect(await announceMessage(officer, { messageId: id, version: 2 })).toBe(0);
  const told = { unitId: lead.unitId, kind: "awareness.message", subjectId: id };
  expect(await db.notice.count({ where: told })).toBe(1);
});
