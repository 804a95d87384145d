import { createHmac, randomUUID } from "node:crypto";
import { expect, onTestFinished, test } from "vitest";
import { systemActor } from "@/lib/auth/system-actor";
import { db } from "@/lib/db";
import {
  claimDeliveries,
  dropStale,
  pauseChannel,
  recoverDeliveries,
  resumeChannel,
  retryDelivery,
} from "@/lib/notifications/deliveries/commands";
import { listTroubles, summariseDelivery } from "@/lib/notifications/deliveries/queries";
import { MOST_ATTEMPTS } from "@/lib/notifications/deliveries/schema";
import { addGateway, testGateway, updateGateway } from "@/lib/notifications/gateways/commands";
import { listGateways } from "@/lib/notifications/gateways/queries";
import { now, setClock } from "@/lib/time";
import { anAdministrator } from "@/tests/support/actors";
import { aDistrict, aPerson } from "@/tests/support/district";
import { aMailbox } from "@/tests/support/mailbox";
import { aSender, deliveriesOf, reachable, tellPerson } from "@/tests/support/notices";
import { aPostBox, browserKeys } from "@/tests/support/post-box";

const settled = (cause: string) =>
  expect.poll(async () => (await deliveriesOf(cause)).map(({ state }) => state), {
    timeout: 10_000,
  });

test("an e-mail says what happened and leads to it; a restricted case is named by its kind alone", async () => {
  // By day: at night what is not urgent waits for the morning.
  setClock("2025-01-28T10:00:00+07:00");
  onTestFinished(() => setClock(undefined));
  const mailbox = await aMailbox();
  const { staff } = await aDistrict();
  const address = await reachable(staff);
  const sender = await aSender({ smtp: mailbox.url });
  onTestFinished(() => sender.stop().then(mailbox.close));

  const open = await tellPerson(staff, {
    kind: "question.answer",
    title: "Về đoạn 3",
    body: "Đến 17 giờ.",
  });
  await settled(open).toEqual(["sent"]);
  const secret = await tellPerson(staff, { kind: "complaint.new", title: "Bà Lương Thị Nhung" });
  await settled(secret).toEqual(["sent"]);

  const [first, second] = mailbox.letters
    .filter(({ to }) => to === address)
    .map(({ raw }) => raw.replace(/=\r\n/g, "").replace(/=([0-9A-F]{2})/g, (_, hex) => `%${hex}`))
    .map((text) => decodeURIComponent(text.replace(/%(?![0-9A-F]{2})/g, "%25")));
  const [notice] = await db.notice.findMany({ where: { cause: open } });
  expect(first).toContain("Về đoạn 3");
  expect(first).toContain(`https://truc.huulung.example/notices/${notice?.id}`);
  expect(second).toContain("Phản ánh mới");
  expect(second).not.toContain("Nhung");
});

test("a refusal for good is given up at once with its reason; an administrator sends it again", async () => {
  const { staff, committee } = await aDistrict();
  const address = await reachable(staff);
  let full = true;
  const mailbox = await aMailbox({ refuse: (to) => (full && to === address ? 550 : 0) });
  const sender = await aSender({ smtp: mailbox.url });
  onTestFinished(() => sender.stop().then(mailbox.close));
  const cause = await tellPerson(staff, { kind: "incident.escalate" });
  await settled(cause).toEqual(["failed"]);

  const admin = await aPerson("administrator", committee, "command");
  const trouble = (await listTroubles(admin)).find(({ person }) => person === staff.fullName);
  expect(trouble?.error).toContain("no such box");
  expect(await listTroubles(staff)).toEqual([]);
  await expect(retryDelivery(staff, { deliveryId: trouble?.id ?? "" })).rejects.toMatchObject({
    reason: "forbidden",
  });
  full = false;
  await retryDelivery(admin, { deliveryId: trouble?.id ?? "" });
  await settled(cause).toEqual(["sent"]);
});

test("what fails for now waits longer each time and is given up after so many attempts", async () => {
  const { staff } = await aDistrict();
  const address = await reachable(staff);
  const mailbox = await aMailbox({ refuse: (to) => (to === address ? 451 : 0) });
  const sender = await aSender({ smtp: mailbox.url });
  onTestFinished(() => sender.stop().then(mailbox.close));
  const cause = await tellPerson(staff, { kind: "incident.escalate" });
  await expect
    .poll(async () => (await deliveriesOf(cause))[0], { timeout: 10_000 })
    .toMatchObject({
      state: "waiting",
      attempts: 1,
      error: expect.stringContaining("no such box"),
    });
  const [once] = await deliveriesOf(cause);
  expect(once?.dueAt.getTime()).toBeGreaterThan(now().getTime() + 4_000);

  await db.noticeDelivery.updateMany({
    where: { cause },
    data: { attempts: MOST_ATTEMPTS - 1, dueAt: now() },
  });
  await settled(cause).toEqual(["failed"]);
});

test("a push is encrypted, names no case, and a browser that is gone is forgotten", async () => {
  const { staff } = await aDistrict();
  await db.noticeChannel.updateMany({ data: { ready: true } });
  await db.session.create({
    data: { id: staff.sessionId, userId: staff.userId, expiresAt: new Date("2100-01-01") },
  });
  let status = 201;
  const service = await aPostBox({ status: () => status });
  await db.pushSubscription.create({
    data: {
      userId: staff.userId,
      sessionId: staff.sessionId,
      endpoint: `${service.url}/${randomUUID()}`,
      device: "Chrome",
      createdAt: now(),
      ...browserKeys(),
    },
  });
  const sender = await aSender({});
  onTestFinished(() => sender.stop().then(service.close));
  await settled(await tellPerson(staff, { kind: "incident.escalate", title: "MẬT" })).toEqual([
    "sent",
  ]);
  const [posted] = service.posts;
  expect(posted?.headers).toMatchObject({ "content-encoding": "aes128gcm", urgency: "high" });
  expect(posted?.body.toString("latin1")).not.toContain("title");

  status = 410;
  await settled(await tellPerson(staff, { kind: "incident.escalate" })).toEqual(["dropped"]);
  await expect.poll(() => db.pushSubscription.count({ where: { userId: staff.userId } })).toBe(0);

  // Signed out: nothing is written to that browser any more.
  await db.session.update({ where: { id: staff.sessionId }, data: { revokedAt: now() } });
  expect(await deliveriesOf(await tellPerson(staff, { kind: "incident.escalate" }))).toEqual([]);
});

test("a gateway gets a signed post once, follows nowhere, and inside the network only if allowed", async () => {
  const { committee } = await aDistrict();
  const admin = await aPerson("administrator", committee, "command");
  await db.user.update({ where: { id: admin.userId }, data: { phone: "0912345678" } });
  await db.noticeChannel.updateMany({ data: { ready: true } });
  let status = 200;
  const gateway = await aPostBox({
    status: () => status,
    headers: { location: "http://127.0.0.1:1" },
  });
  const secret = "khoa-bi-mat-cua-cong-tinh";
  const name = `Cổng ${randomUUID()}`;
  await expect(
    addGateway(anAdministrator({ role: "observer" }), { name, url: gateway.url, secret }),
  ).rejects.toMatchObject({ reason: "forbidden" });
  await addGateway(admin, { name, url: `${gateway.url}/gui`, secret });
  const find = async () => (await listGateways(admin)).find((one) => one.name === name);
  const { id = "", version = 0 } = (await find()) ?? {};
  await expect(testGateway(admin, { gatewayId: id })).rejects.toMatchObject({
    reason: "forbidden",
  });
  await updateGateway(admin, {
    gatewayId: id,
    version,
    name,
    url: `${gateway.url}/gui`,
    secret: null,
    active: true,
  });

  const sender = await aSender({});
  await testGateway(admin, { gatewayId: id });
  await expect.poll(() => gateway.posts.length, { timeout: 10_000 }).toBe(1);
  const [posted] = gateway.posts;
  const {
    "x-timestamp": timestamp,
    "x-signature": signature,
    "idempotency-key": key,
  } = posted?.headers ?? {};
  const expected = createHmac("sha256", secret)
    .update(`${timestamp}.${posted?.body}`)
    .digest("hex");
  expect(signature).toBe(`sha256=${expected}`);
  expect(JSON.parse(String(posted?.body))).toMatchObject({
    id: key,
    recipient: { phone: "0912345678" },
  });

  status = 302;
  const redirected = await tellPerson(admin, { kind: "incident.escalate" });
  await settled(redirected).toEqual(["failed"]);
  expect((await deliveriesOf(redirected))[0]?.error).toContain("chuyển hướng");
  await sender.stop();

  const strict = await aSender({ allowed: "" });
  onTestFinished(() => strict.stop().then(gateway.close));
  const refused = await tellPerson(admin, { kind: "incident.escalate" });
  await settled(refused).toEqual(["failed"]);
  expect((await deliveriesOf(refused))[0]?.error).toContain("mạng nội bộ");
  expect(gateway.posts).toHaveLength(2);
  await updateGateway(admin, {
    gatewayId: id,
    version: version + 1,
    name,
    url: gateway.url,
    secret: null,
    active: false,
  });
});

test("two workers never claim the same; a paused channel gives nothing; old news is dropped", async () => {
  const { staff, committee } = await aDistrict();
  await reachable(staff);
  const admin = await aPerson("administrator", committee, "command");
  await db.noticeDelivery.updateMany({ where: { state: "waiting" }, data: { state: "dropped" } });
  for (let n = 0; n < 20; n++) await tellPerson(staff, { kind: "incident.escalate" });
  const claim = () => claimDeliveries(systemActor, { channel: "email", most: 15, leaseMs: 60_000 });

  await pauseChannel(admin, { channel: "email" });
  expect((await claim()).rows).toEqual([]);
  await resumeChannel(admin, { channel: "email" });
  const [one, two] = await Promise.all([claim(), claim()]);
  const ids = [...one.rows, ...two.rows].map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  await expect(
    claimDeliveries(staff, { channel: "email", most: 1, leaseMs: 1 }),
  ).rejects.toMatchObject({ reason: "forbidden" });

  const cause = await tellPerson(staff, { kind: "incident.escalate" });
  const yesterday = new Date(now().getTime() - 25 * 3_600_000);
  await db.noticeDelivery.updateMany({ where: { cause }, data: { dueAt: yesterday } });
  await dropStale(systemActor);
  expect(await deliveriesOf(cause)).toMatchObject([{ state: "dropped" }]);
  expect((await summariseDelivery(admin))?.channels).toHaveLength(3);
  expect(await summariseDelivery(staff)).toBeNull();
});

test.each([
  ["sending", "waiting", false],
  ["handing", "waiting", true],
  ["handed", "unconfirmed", false],
] as const)("left %s by a dead worker becomes %s", async (state, becomes, doubtful) => {
  const { staff } = await aDistrict();
  await reachable(staff);
  const cause = await tellPerson(staff, { kind: "incident.escalate" });
  const past = new Date(Date.now() - 1_000);
  const lease = { state, attempts: 1, claimId: randomUUID() };
  await db.noticeDelivery.updateMany({
    where: { cause },
    data: { ...lease, leasedUntil: new Date(Date.now() + 60_000) },
  });
  await recoverDeliveries(systemActor);
  expect(await deliveriesOf(cause)).toMatchObject([{ state }]);
  await db.noticeDelivery.updateMany({ where: { cause }, data: { ...lease, leasedUntil: past } });
  await recoverDeliveries(systemActor);
  expect(await deliveriesOf(cause)).toMatchObject([{ state: becomes, doubtful }]);
});
