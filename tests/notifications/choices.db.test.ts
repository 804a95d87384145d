import { afterEach, describe, expect, test } from "vitest";
import { db } from "@/lib/db";
import { chooseNotices, sendTestNotice } from "@/lib/notifications/choices/commands";
import { findNoticeChoices } from "@/lib/notifications/choices/queries";
import { afterQuiet, isUrgent, topicOf } from "@/lib/notifications/choices/rules";
import { type ChooseNotices, chooseNoticesSchema } from "@/lib/notifications/choices/schema";
import { noticeKinds } from "@/lib/notifications/labels";
import { formatInstant, setClock } from "@/lib/time";
import { aDistrict, auditOf } from "@/tests/support/district";
import { deliveriesOf, reachable, tellPerson, tellUnit } from "@/tests/support/notices";

afterEach(() => setClock(undefined));

const aChoice = (overrides: Partial<ChooseNotices> = {}): ChooseNotices => ({
  emailAddress: "toi@xa.example",
  email: ["urgent", "directive"],
  push: [],
  webhook: [],
  quiet: false,
  quietFrom: 22 * 60,
  quietTo: 6 * 60,
  digestAt: 390,
  version: 0,
  ...overrides,
});

describe("a notice becomes deliveries in its own transaction", () => {
  test("for everyone of the unit who has an address, once each", async () => {
    const { lead, staff } = await aDistrict();
    await reachable(lead);
    const cause = await tellUnit(lead);
    expect((await deliveriesOf(cause)).map(({ userId }) => userId)).toEqual([lead.userId]);
    await reachable(staff);
    expect(await deliveriesOf(await tellUnit(lead))).toHaveLength(2);
  });

  test("told to the unit and to one of its people, that person gets it once", async () => {
    const { lead } = await aDistrict();
    await reachable(lead);
    const cause = await tellUnit(lead);
    await tellPerson(lead, { cause });
    expect(await deliveriesOf(cause)).toHaveLength(1);
  });

  test("by no channel that is not set up, and to nobody whose account is closed", async () => {
    const { lead } = await aDistrict();
    await reachable(lead);
    await db.noticeChannel.updateMany({ where: { channel: "email" }, data: { ready: false } });
    expect(await deliveriesOf(await tellPerson(lead))).toEqual([]);
    await reachable(lead);
    await db.user.update({ where: { id: lead.userId }, data: { disabledAt: new Date() } });
    expect(await deliveriesOf(await tellUnit(lead))).toEqual([]);
  });
});

describe("what a person chooses", () => {
  test("is kept with its entry and decides by which channel a topic goes", async () => {
    const { lead } = await aDistrict();
    await reachable(lead);
    await chooseNotices(lead, aChoice());
    expect(await auditOf(lead.userId)).toEqual(["notice-choice.save"]);
    expect(await findNoticeChoices(lead)).toMatchObject({
      emailAddress: "toi@xa.example",
      email: ["urgent", "directive"],
      version: 1,
    });
    expect(await deliveriesOf(await tellPerson(lead, { kind: "question.answer" }))).toHaveLength(1);
    expect(await deliveriesOf(await tellPerson(lead, { kind: "shift.given" }))).toEqual([]);
    // Urgent cuts across topics that were not chosen.
    expect(
      await deliveriesOf(await tellPerson(lead, { kind: "duty.missed_check_in" })),
    ).toHaveLength(1);
  });

  test("made on a page that is out of date is refused", async () => {
    const { lead } = await aDistrict();
    await chooseNotices(lead, aChoice());
    await expect(chooseNotices(lead, aChoice())).rejects.toMatchObject({ reason: "conflict" });
  });

  test("takes no address that a header could be broken with", () => {
    for (const emailAddress of [
      "a@b.vn\r\nBcc: c@d.vn",
      "a b@c.vn",
      "a@b.vn, c@d.vn",
      "<a@b.vn>",
    ]) {
      expect(chooseNoticesSchema.safeParse({ emailAddress, version: 0 }).success).toBe(false);
    }
  });

  test("is tried by a button, not more than twice a minute", async () => {
    const { lead } = await aDistrict();
    await reachable(lead);
    await chooseNotices(lead, aChoice({ email: [], emailAddress: "toi@xa.example" }));
    expect(await sendTestNotice(lead)).toBe(1);
    await expect(sendTestNotice(lead)).rejects.toMatchObject({ reason: "conflict" });
    expect((await findNoticeChoices(lead)).lastTest).toMatchObject([{ channel: "email" }]);
  });
});

describe("quiet hours", () => {
  test("hold news back until they end; what is urgent goes at once", async () => {
    const { lead } = await aDistrict();
    await reachable(lead);
    setClock("2025-01-28T23:10:00+07:00");
    const [quiet] = await deliveriesOf(await tellPerson(lead));
    expect(formatInstant(quiet?.dueAt ?? new Date(0))).toBe("06:00 29/01/2025");
    const [urgent] = await deliveriesOf(await tellPerson(lead, { kind: "incident.escalate" }));
    expect(formatInstant(urgent?.dueAt ?? new Date(0))).toBe("23:10 28/01/2025");
  });

  test("end the same by rule and in the database, at any minute of any hours", async () => {
    const cases = Array.from({ length: 400 }, (_, n) => ({
      at: new Date(Date.UTC(2025, 0, 28) + n * 7_919_000),
      from: (n * 173) % 1_440,
      to: (n * 619) % 1_440,
    }));
    const told = await db.$queryRaw<{ until: Date }[]>`
      SELECT after_quiet((c ->> 'at')::timestamptz, (c ->> 'from')::int, (c ->> 'to')::int) AS until
      FROM jsonb_array_elements(${JSON.stringify(cases)}::jsonb) WITH ORDINALITY AS l (c, n)
      ORDER BY n`;
    expect(told.map(({ until }) => until.toISOString())).toEqual(
      cases.map(({ at, ...quiet }) => afterQuiet(at, quiet).toISOString()),
    );
  });
});

test("topic and urgency of every kind are the same in the database", async () => {
  const kinds = Object.keys(noticeKinds);
  const rows = await db.$queryRaw`
    SELECT kind, notice_topic(kind) AS topic, notice_urgent(kind) AS urgent
    FROM unnest(${kinds}::text[]) WITH ORDINALITY AS k (kind, n) ORDER BY n`;
  expect(rows).toEqual(
    kinds.map((kind) => ({ kind, topic: topicOf(kind), urgent: isUrgent(kind) })),
  );
});
