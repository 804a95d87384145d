import { type ChildProcess, spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { rmSync } from "node:fs";
import { build } from "esbuild";
import { expect, onTestFinished, test } from "vitest";
import { db, inTransaction } from "@/lib/db";
import { databaseUrl } from "@/lib/env";
import { noticePeople } from "@/lib/notifications/record";
import { now } from "@/lib/time";
import { aDistrict, type District } from "@/tests/support/district";
import { aMailbox } from "@/tests/support/mailbox";
import { aPostBox, browserKeys } from "@/tests/support/post-box";

/** `npm run test:kill` is the long variant. */
const LONG = process.env.KILLS === "long";
const KILLS = LONG ? 50 : 3;
const NOTICES = LONG ? 1_000 : 60;

/** Bundled once, because a process that translates the whole product first takes seconds to start. */
const PROGRAM = `node_modules/.kill-test/worker-${process.pid}.mjs`;

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const upTo = (ms: number) => Math.random() * ms;

test(`each of ${NOTICES} notices arrives once at mail server and push service through ${KILLS} kills`, {
  timeout: LONG ? 900_000 : 120_000,
}, async () => {
  await bundle();
  const mailbox = await aMailbox({ answerAfter: () => upTo(15) });
  const pushes = await aPostBox({ answerAfter: () => upTo(15) });
  const person = await aReachablePerson(await aDistrict(), pushes.url);
  await db.noticeChannel.updateMany({ data: { ready: true } });

  // While one works and is killed, the next two start.
  const worker = () => startWorker(mailbox.url);
  const workers = [worker(), worker()];
  onTestFinished(() => {
    for (const last of workers) last.kill("SIGKILL");
    rmSync(PROGRAM, { force: true });
  });
  for (let kill = 1; kill <= KILLS; kill++) {
    const current = workers.shift() ?? worker();
    workers.push(worker());
    await ready(current);
    await tell(person, Math.round(NOTICES / KILLS));
    await pause(upTo(250));
    current.kill("SIGKILL");
  }
  await expect
    .poll(() => underWay(person), { timeout: LONG ? 400_000 : 50_000, interval: 200 })
    .toEqual([]);
  for (const last of workers) last.kill("SIGKILL");

  const arrived = {
    email: countBy(mailbox.letters.map(({ id }) => id)),
    push: countBy(pushes.posts.map(({ headers }) => dashed(String(headers.topic)))),
    webhook: new Map<string, number>(),
  };
  const deliveries = await db.noticeDelivery.findMany({ where: { userId: person.userId } });
  expect(deliveries).toHaveLength(2 * NOTICES);
  const wrong = deliveries.filter(({ id, channel, doubtful, state }) => {
    const times = arrived[channel].get(id) ?? 0;
    // Killed within the microseconds around the last byte: named as doubtful, and never lost.
    if (doubtful) return times < 1 || times > 2;
    return times !== 1 || !["sent", "unconfirmed"].includes(state);
  });
  expect(wrong).toEqual([]);
  const doubtful = deliveries.filter((one) => one.doubtful).length;
  expect(doubtful).toBeLessThanOrEqual(Math.max(2, KILLS / 10));
  if (LONG) {
    const unheard = deliveries.filter(({ state }) => state === "unconfirmed").length;
    console.log(`${unheard} arrived without an answer that was heard, ${doubtful} doubtful`);
  }
  await Promise.all([mailbox.close(), pushes.close()]);
});

function bundle() {
  return build({
    entryPoints: ["tests/support/worker-program.ts"],
    outfile: PROGRAM,
    bundle: true,
    platform: "node",
    format: "esm",
    packages: "external",
    target: "node20",
    logLevel: "warning",
  });
}

function startWorker(smtp: string) {
  return spawn(process.execPath, ["--conditions=react-server", PROGRAM], {
    stdio: ["ignore", "pipe", "inherit"],
    env: {
      ...process.env,
      NODE_ENV: "production",
      NODE_OPTIONS: "",
      DATABASE_URL: databaseUrl(),
      SMTP_URL: smtp,
      MAIL_FROM: "Trực an toàn mạng <truc@huulung.example>",
      NOTICE_ALLOWED_HOSTS: "127.0.0.1",
    },
  });
}

async function ready(worker: ChildProcess) {
  const ended = once(worker, "exit").then(() => {
    throw new Error("the worker did not start");
  });
  if (worker.stdout) await Promise.race([once(worker.stdout, "data"), ended]);
  ended.catch(() => {});
}

async function aReachablePerson({ staff }: District, push: string) {
  await db.user.update({ where: { id: staff.userId }, data: { email: "truc@xa.example" } });
  await db.session.create({
    data: { id: staff.sessionId, userId: staff.userId, expiresAt: new Date("2100-01-01") },
  });
  await db.pushSubscription.create({
    data: {
      userId: staff.userId,
      sessionId: staff.sessionId,
      endpoint: `${push}/${randomUUID()}`,
      device: "Chrome",
      createdAt: now(),
      ...browserKeys(),
    },
  });
  return staff;
}

async function tell({ userId }: { userId: string }, count: number) {
  for (let told = 0; told < count; told += 10) {
    await inTransaction(async (tx) => {
      for (let n = told; n < Math.min(count, told + 10); n++) {
        await noticePeople(tx, [userId], {
          kind: "incident.escalate",
          title: "Sự cố vượt khả năng",
          subject: { type: "incident", id: randomUUID() },
          cause: randomUUID(),
        });
      }
    });
    await pause(upTo(20));
  }
}

const underWay = ({ userId }: { userId: string }) =>
  db.noticeDelivery.findMany({
    where: { userId, state: { in: ["waiting", "sending", "handing", "handed"] } },
    select: { channel: true, state: true, attempts: true, dueAt: true, error: true },
  });

function countBy(ids: string[]) {
  const counts = new Map<string, number>();
  for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1);
  return counts;
}

/** A topic holds 32 signs: the id without its dashes. */
const dashed = (topic: string) =>
  topic.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
