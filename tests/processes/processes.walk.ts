import { randomUUID } from "node:crypto";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { paces } from "@/lib/auth/pace";
import { migrationNames } from "@/lib/db/migration-folder";
import { type Answer, judged, Outside } from "@/tests/doors/walk/app";
import { type Person, people } from "@/tests/doors/walk/people";
import { aMailbox } from "@/tests/support/mailbox";
import { aBalancer } from "./balancer";
import { anInstallation } from "./installation";
import { aRadio } from "./radio";

const MORNING = "2025-01-10T09:00:00+07:00";
const MINUTE = 60_000;
const WRITES = 24;

type Copy = Awaited<ReturnType<Awaited<ReturnType<typeof anInstallation>>["startCopy"]>>;
let place: Awaited<ReturnType<typeof anInstallation>>;
let mailbox: Awaited<ReturnType<typeof aMailbox>>;
let balancer: Awaited<ReturnType<typeof aBalancer>>;
let client: pg.Client;
let copies: Copy[] = [];
let outside: Outside;
let shift: { id: string; userId: string };

/** Everybody's sessions, asked of one copy alone. */
const at = (copy: number) => outside.movedTo(copies[copy]?.url ?? "");

beforeAll(async () => {
  [place, mailbox] = await Promise.all([anInstallation(), aMailbox()]);
  client = new pg.Client({ connectionString: place.databaseUrl });
  client.on("error", () => {});
  await client.connect();
});

afterAll(async () => {
  await balancer?.close();
  await client?.end();
  await place?.close();
  await mailbox?.close();
});

test("two that start at once on an empty server migrate it once", async () => {
  await Promise.all([place.run("db-migrate"), place.run("db-migrate")]);
  const { rows } = await client.query(
    `SELECT migration_name AS name, finished_at IS NOT NULL AS done FROM _prisma_migrations ORDER BY 1`,
  );
  expect(rows).toEqual(migrationNames().map((name) => ({ name, done: true })));
});

test("the pages twice and a worker go to work on it at once", async () => {
  await place.run("seed-demo", { DISTRICT_CLOCK: MORNING });
  const { rows } = await client.query(
    `SELECT s.id, s."startsAt", u.id AS "userId" FROM "Shift" s
     JOIN "DutyPerson" p ON p.id = s."personId" JOIN "User" u ON u.id = p."userId"
     WHERE u.username = $1 AND s."toEdition" IS NULL AND s."publishedAt" IS NOT NULL
       AND s."startsAt" > $2 ORDER BY s."startsAt" LIMIT 1`,
    [people.staff, MORNING],
  );
  shift = rows[0];
  await client.query(`UPDATE "User" SET email = 'congan@huyen.example' WHERE username = $1`, [
    people.police,
  ]);
  const DISTRICT_CLOCK = new Date(rows[0].startsAt.getTime() + 5 * MINUTE).toISOString();
  place.start("worker", { DISTRICT_CLOCK, SMTP_URL: mailbox.url, MAIL_FROM: "truc@huyen.example" });
  copies = await Promise.all([0, 1].map(() => place.startCopy({ DISTRICT_CLOCK })));
  balancer = await aBalancer(copies.map(({ url }) => url));
  outside = new Outside(balancer.url);
  await Promise.all(
    (["staff", "lead", "officer", "admin", "telco"] as const).map((one) => outside.signIn(one)),
  );
  expect([...balancer.served.values()].every((times) => times > 0)).toBe(true);
});

test("who signed in by one is known to both, and who left by one is unknown to both", async () => {
  const seen = () => Promise.all([0, 1].map((copy) => at(copy).get("telco", "/complaints")));
  expect((await seen()).map(judged)).toEqual(["in", "in"]);
  await at(0).act("telco", outside.action("sign-in/actions signOutAction"), new FormData());
  expect((await seen()).map(judged)).toEqual(["out", "out"]);
});

test("wrong passwords given to either count together", async () => {
  const signIn = async (copy: number, password: string) => {
    const form = new FormData();
    form.set("username", people.observer);
    form.set("password", password);
    const action = outside.action("sign-in/actions signInAction");
    return (await at(copy).act(null, action, form)).body;
  };
  for (let n = 0; n < 5; n++) await signIn(n % 2, "sai rồi");
  for (const copy of [0, 1]) expect(await signIn(copy, "Demo#2025")).toMatch(/Thử lại sau/);
});

test("turns taken at one are gone at the other", async () => {
  const start = Date.now();
  const asked = await Promise.all(
    Array.from({ length: 2 * paces.export.burst + 4 }, (_, n) =>
      at(n % 2).get("admin", "/api/people/template"),
    ),
  );
  const granted = asked.filter(({ status }) => status === 200).length;
  const back = Math.ceil(((Date.now() - start) / 1_000) * paces.export.perSecond);
  expect(granted).toBeGreaterThanOrEqual(paces.export.burst);
  expect(granted).toBeLessThanOrEqual(paces.export.burst + back + 1);
  expect(asked.filter(({ status }) => status === 429).length).toBe(asked.length - granted);
});

test("what was kept off line and sent to both at once is there once", async () => {
  expect((await batchOf(at(0), "check_in", {})).body).toContain('"kept"');
  const requestId = randomUUID();
  const text = `Gửi hai lần ${requestId}`;
  const answers = await Promise.all(
    Array.from({ length: 6 }, (_, n) =>
      batchOf(at(n % 2), "log", { requestId, kind: "call", text }),
    ),
  );
  for (const { status, body } of answers) expect([status, body]).toEqual([200, body]);
  for (const { body } of answers) expect(body).toContain('"kept"');
  expect(await count(`SELECT 1 FROM "ShiftLogEntry" WHERE id = $1`, [requestId])).toBe(1);
});

test("what is done through one is heard at the other, and the worker alone sends the letters", async () => {
  const radios = await Promise.all(
    [0, 1].map((copy) => aRadio(at(copy), "officer", "duty,incidents")),
  );
  await batchOf(at(0), "log", { requestId: randomUUID(), kind: "call", text: "Nghe ở hai nơi" });
  for (const radio of radios) await expect.poll(radio.heard, { timeout: 10_000 }).toMatch(/"duty"/);
  const incidentId = randomUUID();
  const reported = await form(at(1), "lead", "incidents/actions reportIncidentAction", {
    incidentId,
    sign: "other",
    what: "Mạng chập chờn",
    place: "Phòng một cửa",
    detectedAt: "2025-01-10T08:00",
    contactPhone: "0912345678",
  });
  expect(judged(reported)).toBe("in");
  for (const radio of radios)
    await expect.poll(radio.heard, { timeout: 10_000 }).toMatch(/"incidents"/);
  for (const radio of radios) radio.off();
  const told = () =>
    mailbox.letters.filter(({ to }) => to === "congan@huyen.example").map(({ id }) => id);
  await expect.poll(() => told().length, { timeout: 20_000 }).toBeGreaterThan(0);
  expect(new Set(told()).size, "no letter twice").toBe(told().length);
});

test("one is killed while people work: nobody sees more than a retry, nothing is lost", async () => {
  const radios = await Promise.all(
    [0, 1].map(() => aRadio(outside, "officer", "duty", { returns: true })),
  );
  const seen = { retries: 0, failures: [] as string[] };
  const ids: string[] = [];
  const half = WRITES / 2;
  const logged = () => count(`SELECT 1 FROM "AuditEntry" WHERE action = 'shift.log'`);
  const before = await logged();
  const readers = readingUntil(() => ids.length === WRITES, seen);
  for (let n = 0; n < WRITES; n++) {
    const requestId = randomUUID();
    const written = twice(seen, `write ${n}`, () =>
      batchOf(outside, "log", { requestId, kind: "call", text: `Cuộc gọi ${n} ${requestId}` }),
    );
    // In the middle of this one.
    if (n === half) copies[0]?.kill();
    expect((await written)?.body, `write ${n}`).toContain('"kept"');
    ids.push(requestId);
  }
  await readers;
  expect(seen.failures).toEqual([]);
  expect(await count(`SELECT 1 FROM "ShiftLogEntry" WHERE id = ANY ($1)`, [ids])).toBe(WRITES);
  expect((await logged()) - before, "one entry of the trail for each").toBe(WRITES);
  // A stream that broke comes back by itself, to the one that is left, and hears what is new.
  for (const radio of radios) radio.forget();
  await batchOf(outside, "log", { requestId: randomUUID(), kind: "call", text: "Sau sự cố" });
  for (const radio of radios) await expect.poll(radio.heard, { timeout: 10_000 }).toMatch(/"duty"/);
  expect(radios.reduce((sum, radio) => sum + radio.returned(), 0)).toBeGreaterThan(0);
  for (const radio of radios) radio.off();
  console.log(`${seen.retries} of ${WRITES} writes and the readings beside them asked twice`);
});

/** Two people turn pages meanwhile. */
async function readingUntil(over: () => boolean, seen: { retries: number; failures: string[] }) {
  const reading = async (person: Person, path: string) => {
    while (!over()) await twice(seen, path, () => outside.get(person, path));
  };
  await Promise.all([reading("officer", "/directives"), reading("lead", "/duty")]);
}

/** As a browser and its user do: once more when it did not work, and no more than that. */
async function twice(
  seen: { retries: number; failures: string[] },
  what: string,
  ask: () => Promise<Answer>,
) {
  const well = async () => {
    const answer = await ask().catch(() => null);
    return answer && answer.status < 500 ? answer : null;
  };
  const first = await well();
  if (first) return first;
  seen.retries += 1;
  const second = await well();
  if (!second) seen.failures.push(what);
  return second;
}

const batchOf = (to: Outside, type: string, data: object) => {
  const deviceAt = new Date().toISOString();
  const item = {
    type,
    data: { requestId: randomUUID(), shiftId: shift.id, deviceAt: null, ...data },
  };
  return to.send("staff", "/api/duty/batch", {
    method: "POST",
    headers: { "Content-Type": "application/json", Origin: to.url },
    body: JSON.stringify({ personId: shift.userId, sentAt: deviceAt, items: [item] }),
  });
};

function form(to: Outside, person: Person, name: string, fields: Record<string, string>) {
  const sent = new FormData();
  for (const [field, value] of Object.entries(fields)) sent.append(field, value);
  return to.act(person, to.action(name), sent);
}

async function count(sql: string, parameters: unknown[] = []) {
  const { rowCount } = await client.query(sql, parameters);
  return rowCount ?? 0;
}
