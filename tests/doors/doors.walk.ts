import { randomUUID } from "node:crypto";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { actions } from "./table/actions";
import { handlers } from "./table/handlers";
import { pages } from "./table/pages";
import { type Answer, judged } from "./walk/app";
import { formFor, sampleFor, thingOf } from "./walk/forms";
import { everyone, type Person } from "./walk/people";
import { type ActionRow, type AddressRow, callsOf, fewest } from "./walk/rows";
import { many, open } from "./walk/run";
import { formOf } from "./walk/samples";
import { actionSchemas } from "./walk/schemas";
import type { Owner, Thing } from "./walk/things";

/** Every door of the built app, tried from outside by everybody and compared with the tables. */
let walk: Awaited<ReturnType<typeof open>>;
let schemas: Awaited<ReturnType<typeof actionSchemas>>;

beforeAll(async () => {
  [walk, schemas] = await Promise.all([
    open(path.join(tmpdir(), "doors-complaints.txt")),
    actionSchemas(),
  ]);
});
afterAll(() => walk?.close());

const addresses = Object.entries({ ...pages, ...handlers });
const calls = Object.entries(actions).flatMap(([room, rows]) =>
  Object.entries(rows).map(([name, row]) => ({ name: `${room} ${name}`, row })),
);

test("whoever may read a page or a file is shown it, and nobody else", async () => {
  const wrong: string[] = [];
  const asked = addresses.flatMap(([address, row], index) =>
    fewest(callsOf(row, everyone), index).map((call) => ({ address, row, ...call })),
  );
  await many(asked, async ({ address, row, person, owner, expected }) => {
    const answer = await walk.outside.get(person, filled(address, row, person, owner));
    const unwritten = row.writes && answer.status === 500 ? "in" : judged(answer);
    if (expected && unwritten !== expected) {
      wrong.push(`${address}: ${person} with ${owner}: ${unwritten}, not ${expected}`);
    }
  });
  expect(wrong.sort()).toEqual([]);
});

test("whoever may act is let in, and nobody else", async () => {
  const wrong: string[] = [];
  const asked = calls.flatMap(({ name, row }) =>
    callsOf(row, everyone).map((call) => ({ name, row, ...call })),
  );
  await many(asked, async ({ name, row, person, owner, expected }) => {
    const answer = await walk.outside.act(
      person,
      walk.outside.action(name),
      formFor(schemas, name, row, walk.places[person][owner]),
    );
    const outcome = judged(answer);
    if (expected && outcome !== expected) {
      wrong.push(`${name}: ${person} with ${owner}: ${outcome}, not ${expected}; ${said(answer)}`);
    }
  });
  expect(wrong.sort()).toEqual([]);
});

const disguises: Record<string, string>[] = [
  {},
  { RSC: "1" },
  { RSC: "1", "Next-Router-Prefetch": "1", "Next-Router-Segment-Prefetch": "/_tree" },
  { "x-middleware-subrequest": "proxy:proxy:proxy:proxy:proxy" },
  { "x-middleware-subrequest": "src/middleware:middleware:middleware:middleware:middleware" },
  { "x-middleware-next": "1", "x-invoke-path": "/sign-in", "x-matched-path": "/sign-in" },
  { cookie: "session=eyJhbGciOiJkaXIifQ..x.x.x" },
];

test("whoever has not signed in learns nothing, whatever headers they make up", async () => {
  const { rows } = await walk.client.query(
    `SELECT "fullName" AS name FROM "User" UNION SELECT name FROM "Unit" UNION SELECT subject FROM "Directive"`,
  );
  const secrets: string[] = rows.map(({ name }) => name);
  const wrong: string[] = [];
  const asked = addresses.flatMap(([address, row], index) =>
    // Each disguise on every address would be nine hundred requests; in turn they meet all kinds.
    [disguises[0], disguises[1 + (index % (disguises.length - 1))]].map((headers) => ({
      address,
      row,
      headers,
    })),
  );
  await many(asked, async ({ address, row, headers = {} }) => {
    const answer = await walk.outside.get(null, filled(address, row, "officer", "other"), headers);
    const told = secrets.filter((secret) => answer.body.includes(secret));
    if (told.length > 0) wrong.push(`${address} tells ${told[0]} (${JSON.stringify(headers)})`);
    const open = answer.status < 300 && !("public" in row) && !leadsAway(answer);
    if (open) wrong.push(`${address} answers ${answer.status} (${JSON.stringify(headers)})`);
  });
  await many(calls, async ({ name, row }) => {
    const form = formFor(schemas, name, row, walk.places.officer.other);
    const answer = await walk.outside.act(null, walk.outside.action(name), form);
    if (!("public" in row) && !("never" in row) && judged(answer) !== "out") {
      wrong.push(`${name} answers ${answer.status} ${said(answer)}`);
    }
  });
  expect(wrong.sort()).toEqual([]);
});

test("an id of no kind, of another kind or of nothing is not found, and breaks nothing", async () => {
  const strange = [
    "0",
    "nil",
    "__proto__",
    "%27%20OR%201=1--",
    "9".repeat(3_000),
    "%00",
    randomUUID(),
  ];
  const named = addresses.filter(([address, row]) => address.includes("[") && !("public" in row));
  const wrong: string[] = [];
  await many(named, async ([address]) => {
    const which = named.findIndex(([other]) => other === address) % strange.length;
    const unit = walk.places.officer.other.unitId ?? "";
    for (const id of [strange[which] ?? "", ofAnotherKind(address) ? unit : "1"]) {
      const answer = await walk.outside.get("officer", address.replace(/\[\w+\]/g, id));
      if (answer.status !== 404 && answer.status !== 400) {
        wrong.push(`${address} with ${id.slice(0, 40)}: ${answer.status} ${said(answer)}`);
      }
    }
  });
  await many(calls, async ({ name, row }) => {
    if (!("may" in row) && !("own" in row)) return;
    const person = [...everyone].find((one) => nameOf(row).includes(one)) ?? "officer";
    const sample = sampleFor(schemas, name, row, {});
    const ids = Object.keys(sample).filter((field) => thingOf(row, field));
    if (ids.length === 0) return;
    for (const [id, wanted] of [
      ["' OR '1'='1", "invalid"],
      ["9".repeat(3_000), "invalid"],
      [randomUUID(), "out"],
    ] as const) {
      const sent = { ...sample };
      for (const field of ids) sent[field] = Array.isArray(sent[field]) ? [id] : id;
      const answer = await walk.outside.act(person, walk.outside.action(name), formOf(sent));
      if (judged(answer) === wanted) continue;
      const harmless = !/error|status/.test(judged(answer)) && !/gián đoạn/.test(said(answer));
      if (!harmless)
        wrong.push(`${name} with ${id.slice(0, 20)}: ${judged(answer)} ${said(answer)}`);
    }
  });
  expect(wrong.sort()).toEqual([]);
});

test("an action is called by its own id, from our own pages, with a session that lives", async () => {
  const { outside } = walk;
  const name = "admin/holidays/actions createHolidayAction";
  const action = outside.action(name);
  const form = () => formFor(schemas, name, { may: "admin" }, {});
  const lands = async (headers: Record<string, string>, id = action.id, page = action.page) => {
    const answer = await outside.act("admin", { id, page }, form(), headers);
    return /gián đoạn/.test(answer.body);
  };
  expect(await lands({}), "as it should be").toBe(true);
  expect(await lands({}, action.id, "/campaigns"), "from another page, with its right").toBe(true);
  expect(await lands({}, `40${randomUUID().replaceAll("-", "")}00000000`)).toBe(false);
  const forged = action.id.replace(/.$/, (last) => (last === "0" ? "1" : "0"));
  expect(await lands({}, forged)).toBe(false);
  expect(await lands({}, "constructor")).toBe(false);
  for (const origin of ["https://example.com", "null", `${outside.url}.example.com`]) {
    expect(await lands({ Origin: origin }), `from ${origin}`).toBe(false);
  }
  expect(await lands({ Origin: "https://example.com", "X-Forwarded-Host": "example.com" })).toBe(
    false,
  );

  const batch = { method: "POST", body: JSON.stringify({ items: [] }) };
  const json = { "content-type": "application/json" };
  const statusOf = async (headers: Record<string, string>, person: Person | null = "lead") =>
    (await outside.send(person, "/api/duty/batch", { ...batch, headers })).status;
  expect(await statusOf({ ...json, Origin: outside.url })).not.toBe(403);
  expect(await statusOf({ ...json, Origin: outside.url }, null)).toBe(401);
  for (const origin of ["https://example.com", "null"]) {
    expect(await statusOf({ ...json, Origin: origin }), origin).toBe(403);
  }
  expect(await statusOf({ ...json, "Sec-Fetch-Site": "cross-site" })).toBe(403);
  expect((await outside.get(null, "/api/auth/session")).status).toBe(404);
  expect((await outside.get(null, "/api/auth/callback/credentials")).status).toBe(404);
});

test("every answer is sent with what keeps a browser from being used against us", async () => {
  const { outside } = walk;
  const nonces = new Set<string>();
  for (const [person, path] of [
    [null, "/sign-in"],
    ["officer", "/command"],
    ["lead", "/admin/people"],
    ["lead", "/nothing-here"],
    ["lead", "/api/search?q=lich"],
    [null, "/api/complaints"],
  ] as const) {
    const { headers } = await outside.get(person, path);
    expect(headers.get("x-content-type-options"), path).toBe("nosniff");
    expect(headers.get("referrer-policy"), path).toBe("same-origin");
    expect(headers.get("permissions-policy"), path).toContain("camera=()");
    expect(headers.get("cache-control"), path).toMatch(/no-store/);
    expect(headers.get("access-control-allow-origin"), path).toBeNull();
    expect(headers.get("x-powered-by"), path).toBeNull();
    if (path.startsWith("/api/")) continue;
    const policy = headers.get("content-security-policy") ?? "";
    const scripts = policy.match(/script-src ([^;]*)/)?.[1] ?? "";
    expect(scripts, path).not.toMatch(/unsafe-/);
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).toContain("base-uri 'none'");
    nonces.add(scripts.match(/'nonce-([^']+)'/)?.[1] ?? "");
  }
  expect(nonces.size).toBe(4);
  const cookie = outside.cookieLine;
  expect(cookie).toMatch(/HttpOnly/i);
  expect(cookie).toMatch(/SameSite=lax/i);
  expect(cookie).toMatch(/Path=\//);
});

test("a database that keeps one waiting is told of in time, and holds up nothing else", async () => {
  const { outside, client } = walk;
  const timed = async (ask: Promise<Answer>) => {
    const start = performance.now();
    const answer = await ask;
    return { ...answer, seconds: (performance.now() - start) / 1_000 };
  };
  const report = "incidents/actions reportIncidentAction";
  const row = actions["incidents/actions"]?.reportIncidentAction;
  if (!row) throw new Error("there is such an action");
  await client.query("BEGIN");
  await client.query(`LOCK TABLE "Incident" IN ACCESS EXCLUSIVE MODE`);
  const form = formFor(schemas, report, row, walk.places.lead.own);
  const waiting = Promise.all([
    timed(outside.get("officer", "/incidents")),
    timed(outside.get("lead", "/locality")),
    timed(outside.act("lead", outside.action(report), form)),
  ]);
  const others = await Promise.all(
    [...Array(10)].map(() => timed(outside.get("observer", "/campaigns"))),
  );
  const held = await waiting.finally(() => client.query("ROLLBACK"));
  expect(others.map(({ status }) => status)).toEqual(others.map(() => 200));
  expect(Math.max(...others.map(({ seconds }) => seconds))).toBeLessThan(10);
  // The statement's fifteen seconds and what a busy machine takes; never as long as the lock.
  for (const { seconds } of held) expect(seconds).toBeLessThan(25);
  const [list, home, sent] = held;
  for (const page of [list, home]) {
    // The page that says so is drawn from this mark, without a word of what the database said.
    expect(page.body).toMatch(/digest/);
    expect(page.body).not.toMatch(/57014|statement timeout|P2010|SELECT/);
  }
  expect(sent.body).toContain("gián đoạn");
  expect((await outside.get("officer", "/incidents")).status).toBe(200);
});

test("an ended session opens nothing, also for one who kept its cookie", async () => {
  const { outside, client } = walk;
  expect((await outside.get("observer", "/campaigns")).status).toBe(200);
  await client.query(`ALTER TABLE "Session" DISABLE TRIGGER nothing_lands`);
  await client.query(`ALTER TABLE "AuditEntry" DISABLE TRIGGER nothing_lands`);
  await client.query(`ALTER TABLE "AuditChain" DISABLE TRIGGER nothing_lands`);
  // Other processes are told at once.
  await client.query(`ALTER TABLE "LiveEvent" DISABLE TRIGGER nothing_lands`);
  await outside.act("observer", outside.action("sign-in/actions signOutAction"), new FormData());
  expect((await outside.get("observer", "/campaigns")).location).toContain("/sign-in");
  const name = "search/actions saveFilterAction";
  const answer = await outside.act("observer", outside.action(name), new FormData());
  expect(judged(answer)).toBe("out");
});

/** `/duty/shifts/[shiftId]` with the id of a shift that is the person's unit's, or another's. */
function filled(address: string, row: AddressRow, person: Person, owner: Owner) {
  const places = walk.places[person][owner];
  const path = address.replace(/\[\.*(\w+)\]/g, (_, part: string) => {
    const thing = thingOf(row, part);
    return thing ? (places[thing] ?? randomUUID()) : (row.on?.[part] ?? randomUUID());
  });
  const query = (row.query ?? "").replace(/\$(\w+)/g, (_, n: Thing) => places[n] ?? randomUUID());
  return path + query;
}

const nameOf = (row: ActionRow) =>
  "may" in row ? row.may.split(" ") : "own" in row ? `${row.own} ${row.other}`.split(" ") : [];
const said = ({ body, location }: Answer) =>
  (body.match(/"message":"([^"]*)/)?.[1] ?? location).slice(0, 90);
const leadsAway = ({ location, body }: Answer) =>
  location.startsWith("/sign-in") || body.includes("NEXT_REDIRECT") || body.includes("/sign-in");
/** Where a unit's id is the right kind, it is not another's; a warning made for the walk has its unit's. */
const ofAnotherKind = (address: string) =>
  !/\[unitId\]|admin\/units|inventory|warnings/.test(address);
