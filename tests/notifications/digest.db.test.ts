import { afterEach, expect, test } from "vitest";
import type { Actor } from "@/lib/auth/actor";
import { systemActor } from "@/lib/auth/system-actor";
import { db } from "@/lib/db";
import { sendDigests } from "@/lib/notifications/digest/commands";
import { listNotices } from "@/lib/notifications/queries";
import { setClock } from "@/lib/time";
import { aDistrict, anIssuedDirective } from "@/tests/support/district";
import { aPublishedRoster } from "@/tests/support/duty";
import { reachable } from "@/tests/support/notices";

afterEach(() => setClock(undefined));

const digestsOf = ({ userId }: Actor) =>
  db.notice.findMany({ where: { userId, kind: "digest.morning" }, orderBy: { at: "asc" } });

const sendAt = (clock: string) => {
  setClock(`${clock}:00+07:00`);
  return sendDigests(systemActor);
};

test("the morning tells once who is on duty and what is due, at the person's own hour", async () => {
  setClock("2025-01-05T08:00:00+07:00");
  const district = await aDistrict();
  await anIssuedDirective(district);
  const { lead, staff } = await aPublishedRoster({ district });
  await reachable(lead);
  await reachable(staff);
  await db.noticeChoice.create({
    data: { userId: staff.userId, email: ["digest"], push: [], webhook: [], digestAt: 7 * 60 },
  });

  await sendAt("2025-01-28T06:29");
  expect(await digestsOf(lead)).toEqual([]);
  await sendAt("2025-01-28T06:30");
  await sendAt("2025-01-28T06:31");
  const [digest, ...others] = await digestsOf(lead);
  expect(others).toEqual([]);
  expect(digest?.body).toContain("07:00–19:00 Lương Thị Hoa, 0912 000 000");
  expect(digest?.body).toContain("quá hạn từ 20/01: Trực 24/7");
  expect(await db.noticeDelivery.count({ where: { noticeId: digest?.id } })).toBe(1);
  // It is no news on the page, which shows all that anyway.
  expect((await listNotices(lead)).map(({ kind }) => kind)).not.toContain("digest.morning");

  expect(await digestsOf(staff)).toEqual([]);
  await sendAt("2025-01-28T07:00");
  expect(await digestsOf(staff)).toHaveLength(1);
  await sendAt("2025-01-29T06:30");
  expect(await digestsOf(lead)).toHaveLength(2);
});

test("nothing to say, no address, not wanted, or too late in the day: no digest", async () => {
  const { otherLead, district, lead } = await aPublishedRoster().then((roster) => ({
    ...roster,
    otherLead: roster.district.otherLead,
  }));
  await reachable(otherLead);
  await sendAt("2025-01-28T06:30");
  expect(await digestsOf(otherLead)).toEqual([]);
  expect(await digestsOf(lead)).toEqual([]);
  await reachable(lead);
  await sendAt("2025-01-28T11:00");
  expect(await digestsOf(lead)).toEqual([]);
  await db.noticeChoice.create({
    data: { userId: lead.userId, email: ["urgent"], push: [], webhook: [], digestAt: 390 },
  });
  await sendAt("2025-01-29T06:30");
  expect(await digestsOf(lead)).toEqual([]);
  expect(await digestsOf(district.officer)).toEqual([]);
});
