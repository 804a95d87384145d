import { spawnSync } from "node:child_process";
import { openSync, readdirSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import pg from "pg";
import { afterAll, beforeAll, expect, onTestFailed, test } from "vitest";
import { findRunning } from "@/lib/db/embedded";
import { Outside } from "@/tests/doors/walk/app";
import { everyone, type Person, people } from "@/tests/doors/walk/people";
import { freshDataDir, startApp } from "@/tests/support/running-app";
import { atWork, faultsOf, type Place } from "./writers";

const ROUNDS = Number(process.env.CRASH_ROUNDS ?? 10);
const MORNING = "2025-01-10T09:00:00+07:00";
const MINUTE = 60_000;
/** From its start the clock has gone on by less than an hour. */
const A_WHILE = 60 * MINUTE;

const dataDir = freshDataDir();
/** Who is killed complains; of that one reads only when something was lost. */
const said = `${dataDir}.log`;
const complaints = openSync(said, "a");
let clock = MORNING;
let app: Awaited<ReturnType<typeof startApp>>;
let outside: Outside;

beforeAll(async () => {
  app = await startApp({ clock, dataDir, complaints });
}, 300_000);
afterAll(async () => {
  await app?.stop().catch(() => {});
  for (const left of [dataDir, said]) rmSync(left, { recursive: true, force: true });
});

test(`killed ${ROUNDS} times while people work, nothing answered is lost and nothing is half there`, async () => {
  onTestFailed(() => console.log(readFileSync(said, "utf8").slice(-10_000)));
  const place = await begin();
  let over = false;
  const work = atWork(place, () => over);
  for (let round = 0; round < ROUNDS; round++) {
    await new Promise((resolve) => setTimeout(resolve, 300 + Math.random() * 1_200));
    await [killDatabase, killPages, killApp][round % 3]?.();
  }
  // What was begun may be finished; nothing new is.
  await new Promise((resolve) => setTimeout(resolve, 1_500));
  over = true;
  const writes = await work;

  // A file whose process was killed is taken over when that one is sure to be gone.
  clock = new Date(Date.parse(clock) + A_WHILE).toISOString();
  await app.pause();
  app = await startApp({ clock, dataDir, complaints });
  const client = await connected();
  await expect
    .poll(
      async () =>
        (
          await client.query(
            `SELECT count(*)::int AS open FROM "ComplaintImport" WHERE state = 'running'`,
          )
        ).rows[0].open,
      { timeout: 240_000, interval: 500 },
    )
    .toBe(0);
  expect(await faultsOf(client, writes)).toEqual([]);
  await client.end();
  const answered = writes.filter((write) => write.answered);
  for (const kind of ["log", "report", "incident", "import", "take", "acknowledge"]) {
    expect(answered.filter((write) => write.kind === kind).length, kind).toBeGreaterThan(0);
  }
  console.log(`${ROUNDS} kills, ${answered.length} of ${writes.length} writes answered`);
  expect(auditTrail()).toContain("Nhật ký nguyên vẹn");
}, 7_200_000);

/** In the middle of a shift of the commune's, everybody signed in. */
async function begin(): Promise<Place> {
  const first = await connected();
  const { rows: shifts } = await first.query(
    `SELECT s.id, s."startsAt", u.id AS "userId" FROM "Shift" s
     JOIN "DutyPerson" p ON p.id = s."personId" JOIN "User" u ON u.id = p."userId"
     WHERE u.username = $1 AND s."toEdition" IS NULL AND s."publishedAt" IS NOT NULL
       AND s."startsAt" > $2 ORDER BY s."startsAt" LIMIT 1`,
    [people.staff, MORNING],
  );
  const [shift] = shifts;
  clock = new Date(shift.startsAt.getTime() + 5 * MINUTE).toISOString();
  await first.end();
  await app.pause();
  app = await startApp({ clock, dataDir, complaints });
  outside = new Outside(app.url);
  await Promise.all(everyone.map((person) => outside.signIn(person)));

  const client = await connected();
  // Taken on anew under test: what the demo says of it is as good as not said.
  await client.query(
    `UPDATE "DirectiveReceipt" SET "acknowledgedAt" = NULL, "acknowledgedById" = NULL`,
  );
  const { rows: receipts } = await client.query(
    `SELECT u.username, r."directiveId", r."unitId" FROM "LiveReceipt" r
     JOIN "Directive" d ON d.id = r."directiveId" AND d.state = 'issued'
     JOIN "User" u ON u."unitId" = r."unitId" AND u.role = 'unit_lead'
     WHERE u.username = ANY ($1) ORDER BY r."directiveId"`,
    [Object.values(people)],
  );
  const { rows: assignments } = await client.query(
    `SELECT a.id FROM "LiveAssignment" a JOIN "Directive" d ON d.id = a."directiveId" AND d.state = 'issued'
     JOIN "User" u ON u."unitId" = a."unitId" WHERE u.username = $1 AND a."acceptedAt" IS NULL`,
    [people.lead],
  );
  await client.end();
  const personOf = (username: string) =>
    everyone.find((person) => people[person] === username) as Person;
  const checkIn = await outside.send("staff", "/api/duty/batch", {
    method: "POST",
    headers: { "Content-Type": "application/json", Origin: outside.url },
    body: JSON.stringify({
      personId: shift.userId,
      sentAt: new Date().toISOString(),
      items: [
        {
          type: "check_in",
          data: { requestId: crypto.randomUUID(), shiftId: shift.id, deviceAt: null },
        },
      ],
    }),
  });
  expect(checkIn.body).toContain('"kept"');
  return {
    outside: () => outside,
    shift,
    assignments: assignments.map(({ id }) => id),
    receipts: receipts.map(({ username, ...receipt }) => ({
      ...receipt,
      person: personOf(username),
    })),
  };
}

async function connected() {
  const client = new pg.Client({ connectionString: (await findRunning(dataDir)) ?? "" });
  client.on("error", () => {});
  await client.connect();
  return client;
}

/** The app goes on and has a server again within a moment. */
async function killDatabase() {
  const client = await connected();
  const { rows } = await client.query(`SELECT pg_read_file('postmaster.pid') AS lock`);
  const pid = Number(String(rows[0].lock).split("\n")[0]);
  process.kill(pid, "SIGKILL");
  await client.end().catch(() => {});
  await healthy();
}

/** The pages end; their supervisor goes after them. */
async function killPages() {
  process.kill(childOf(appPid()), "SIGKILL");
  await revived();
}

/** The supervisor ends, and leaves its database behind. */
async function killApp() {
  process.kill(appPid(), "SIGKILL");
  await revived();
}

async function revived() {
  await app.ended;
  app = await startApp({ clock, dataDir, complaints });
  outside = outside.movedTo(app.url);
}

const appPid = (): number =>
  JSON.parse(readFileSync(path.join(dataDir, "postgres.json"), "utf8")).appPid;

function childOf(parent: number) {
  for (const name of readdirSync("/proc").filter((entry) => /^\d+$/.test(entry))) {
    try {
      const stat = readFileSync(`/proc/${name}/stat`, "utf8");
      const [, ppid] = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
      const line = readFileSync(`/proc/${name}/cmdline`, "utf8");
      if (Number(ppid) === parent && /next/.test(line)) return Number(name);
    } catch {
      // It ended while it was looked at.
    }
  }
  throw new Error("the pages were not found");
}

async function healthy() {
  await expect
    .poll(async () => (await fetch(`${app.url}/api/health`).catch(() => null))?.ok ?? false, {
      timeout: 60_000,
      interval: 100,
    })
    .toBe(true);
}

function auditTrail() {
  const { stdout, stderr } = spawnSync(
    process.execPath,
    ["--conditions=react-server", "--import", "tsx", "lib/cli/audit-verify.ts"],
    {
      encoding: "utf8",
      env: { ...process.env, DATA_DIR: dataDir, DATABASE_URL: "", NODE_OPTIONS: "" },
    },
  );
  return stdout + stderr;
}
