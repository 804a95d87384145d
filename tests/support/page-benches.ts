import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import pg from "pg";
import { exactly, type Measured, spreadOf } from "@/lib/cli/bench/contract";
import type { Waves } from "@/lib/cli/bench/raw";
import { findRunning } from "@/lib/db/embedded";
import { Outside } from "@/tests/doors/walk/app";
import type { Person } from "@/tests/doors/walk/people";
import { type Node, treeOf } from "./bare-page";
import { type Metered, startMetered } from "./metered";
import { freshDataDir, startApp } from "./running-app";

export const CLOCK = "2025-01-27T09:00:00+07:00";
const NEXT = "node_modules/next/dist/bin/next";
const BARE = ".next/bare-next";

export type Place = {
  person: Person;
  path: string;
  name: string;
  json?: boolean;
  /** Posted, where it is not asked for. */
  sent?: object;
};

export async function theApp(node: string[] = []) {
  const dataDir = freshDataDir();
  // The first start makes the data and builds; the one that is timed finds both.
  const first = await startApp({ clock: CLOCK, dataDir });
  await first.pause();
  const start = performance.now();
  const app = await startApp({ clock: CLOCK, dataDir });
  await fetch(`${app.url}/sign-in`).then((answer) => answer.text());
  const started = performance.now() - start;
  const url = (await findRunning(dataDir)) ?? "";
  const server = await startMetered({
    node,
    script: NEXT,
    parameters: (port) => [
      "start",
      "-p",
      String(port),
      "-H",
      "127.0.0.1",
      "--keepAliveTimeout",
      "75000",
    ],
    env: {
      DATA_DIR: dataDir,
      DATABASE_URL: url,
      DATABASE_ROLE: "district_app",
      DISTRICT_CLOCK: CLOCK,
    },
    ready: "/api/health",
  });
  const outside = new Outside(server.url);
  const client = new pg.Client({ connectionString: url });
  client.on("error", () => undefined);
  await client.connect();
  return {
    started,
    server,
    outside,
    client,
    databaseUrl: url,
    stop: async () => {
      await server.stop();
      await client.end();
      await app.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

export type TheApp = Awaited<ReturnType<typeof theApp>>;

/** A page that is not there costs little: nothing but 200 counts. */
export async function opened({ outside }: Pick<TheApp, "outside">, { person, path, sent }: Place) {
  const answer = await (sent
    ? outside.send(person, path, {
        method: "POST",
        body: JSON.stringify(sent),
        headers: { "Content-Type": "application/json", Origin: outside.url },
      })
    : outside.get(person, path));
  if (answer.status !== 200)
    throw new Error(`${path} answered ${answer.status} ${answer.location}`);
  return answer.body;
}

type Written = Record<string, { waves: Waves; tree?: Node[] }>;

/** What each page asks the database and what it is made of, for the servers that stand beside it. */
export async function written(app: TheApp, places: Place[]): Promise<Written> {
  const found: Written = {};
  for (const place of places) {
    await opened(app, place);
    let body = "";
    const waves = await app.server.statementsOf(async () => {
      body = await opened(app, place);
    });
    found[keyOf(place)] = { waves, tree: place.json ? undefined : treeOf(body) };
  }
  return found;
}

const keyOf = ({ person, path }: Place) => `${path}#${person}`.replace(/[?#]/g, "/");

/** The two servers beside the product's: no session, no rights, no components. */
export async function besides(databaseUrl: string, pages: Written) {
  const folder = mkdtempSync(path.join(tmpdir(), "pages-"));
  const file = path.join(folder, "pages.json");
  writeFileSync(file, JSON.stringify(pages));
  buildBare();
  const env = { PAGES: file, DATABASE_URL: databaseUrl };
  const [floor, bare] = await Promise.all([
    startMetered({ script: "tests/support/floor-server.mjs", env }),
    startMetered({
      script: NEXT,
      parameters: (port) => ["start", BARE, "-p", String(port), "-H", "127.0.0.1"],
      env,
    }),
  ]);
  const asked = async (url: string, headers: Record<string, string>) => {
    const answer = await fetch(url, { headers });
    const text = await answer.text();
    if (answer.status !== 200) throw new Error(`${url} answered ${answer.status}`);
    return text;
  };
  return {
    floor,
    bare,
    askFloor: (place: Place) => asked(floor.url + keyOf(place), {}),
    askBare: (place: Place) =>
      asked(bare.url + (place.json ? "/api/rows" : "/"), { "x-page": keyOf(place) }),
    stop: async () => {
      await Promise.all([floor.stop(), bare.stop()]);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Beside the product's build, from which it takes its packages; made once for each source. */
function buildBare() {
  const source = "tests/bench/bare-next";
  const wanted = [
    "package.json",
    "app/layout.jsx",
    "app/pages.js",
    "app/[[...path]]/page.jsx",
    "app/api/rows/route.js",
    "next.config.mjs",
  ]
    .map((name) => readFileSync(path.join(source, name), "utf8"))
    .join();
  const stamp = path.join(BARE, "built-from");
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === wanted) return;
  rmSync(BARE, { recursive: true, force: true });
  cpSync(source, BARE, { recursive: true });
  const { status, stderr, stdout } = spawnSync(process.execPath, [NEXT, "build", BARE], {
    encoding: "utf8",
    env: { ...process.env, NODE_ENV: "production", NODE_OPTIONS: "" },
  });
  if (status !== 0) throw new Error(`the bare Next app was not built: ${stdout}${stderr}`);
  writeFileSync(stamp, wanted);
}

const ROUNDS = 7;
const LEAST = 25;

/** CPU of each server per request, in turns; as many requests as make a figure that can be read. */
export async function measurePage(
  app: TheApp,
  beside: Awaited<ReturnType<typeof besides>>,
  place: Place,
): Promise<Measured> {
  const costs = { run: [] as number[], floor: [] as number[], bare: [] as number[] };
  const waited: number[] = [];
  const works: [keyof typeof costs, Metered, () => Promise<string>, number][] = [
    ["floor", beside.floor, () => beside.askFloor(place), LEAST * 3],
    ["run", app.server, () => opened(app, place), LEAST],
    ["bare", beside.bare, () => beside.askBare(place), LEAST],
  ];
  const last = { run: "", floor: "", bare: "" };
  for (let round = 0; round <= ROUNDS; round++) {
    for (const [what, server, ask, times] of works) {
      // The measure of how fast one may ask is not what is measured here.
      if (place.json) await app.client.query(`DELETE FROM "Pace"`);
      const count = place.json ? Math.min(times, 15) : times;
      const before = await server.spent();
      for (let n = 0; n < count; n++) {
        const start = performance.now();
        last[what] = await ask();
        if (what === "run" && round > 0) waited.push(performance.now() - start);
      }
      const after = await server.spent();
      if (round > 0) costs[what].push((after.cpu - before.cpu) / count);
    }
  }
  const answer = spreadOf(waited);
  return {
    name: place.name,
    unit: "ms CPU",
    run: spreadOf(costs.run),
    floor: spreadOf(costs.floor),
    bare: spreadOf(costs.bare),
    notes: {
      bytes: last.run.length,
      bareBytes: last.bare.length,
      floorBytes: last.floor.length,
      // Whoever doubts that the page beside it is a fair one looks here.
      elements: elementsIn(last.run),
      bareElements: elementsIn(last.bare),
      waitP50: Number(answer.p50.toFixed(1)),
      waitP95: Number(answer.p95.toFixed(1)),
    },
    goals: place.json
      ? [{ of: "bare", atMost: 1.5 }]
      : [
          { of: "floor", atMost: 12 },
          { of: "bare", atMost: 1.3 },
        ],
  };
}

const elementsIn = (html: string) =>
  (html.replace(/<script\b[\s\S]*?<\/script>/g, "").match(/<(?!link|meta)[a-z]/g) ?? []).length;

/** As `npm start` finds a build and data; then the process of the pages at rest and under load. */
export async function startRows(app: TheApp, places: Place[], report: (row: Measured) => void) {
  report({ name: "npm start tới trang đầu tiên", unit: "s", run: exactly(app.started / 1000) });
  const megabytes = async () => (await app.server.spent()).rss / 2 ** 20;
  report({
    name: "Bộ nhớ tiến trình trang, lúc nghỉ",
    unit: "MB",
    run: exactly(await megabytes()),
  });
  const seen: number[] = [];
  for (let round = 0; round < 20; round++) {
    await Promise.all(places.map((place) => opened(app, place)));
    seen.push(await megabytes());
  }
  report({
    name: `Bộ nhớ khi ${places.length} trang một lúc, 20 lượt`,
    unit: "MB",
    run: spreadOf(seen),
  });
}
