import { randomUUID } from "node:crypto";
import { type Answer, judged, type Outside } from "@/tests/doors/walk/app";
import type { Person } from "@/tests/doors/walk/people";
import type { TheApp } from "./page-benches";

const PAGES: [person: Person, path: string][] = [
  ["officer", "/command"],
  ["officer", "/directives"],
  ["officer", "/duty/now"],
  ["officer", "/duty/coverage"],
  ["officer", "/incidents"],
  ["police", "/coordination"],
  ["lead", "/locality"],
  ["lead", "/directives"],
  ["staff", "/duty"],
  ["telco", "/telecom"],
  ["telco", "/complaints"],
  ["observer", "/command"],
  ["admin", "/admin"],
];
const READERS = 4;
const LISTENERS = 20;

export type Tally = { reads: number; writes: number; refused: number; errors: string[] };
export type Sample = {
  minute: number;
  rss: number;
  heap: number;
  /** Of the heap and beside it, after a collection; asked for every half minute. */
  kept: number | null;
  waiting: number;
  held: number;
};

/** Readers, writers and people who only listen, until it is over; every few seconds a look inside. */
export async function soak({ outside, server, client }: TheApp, minutes: number, look: Look) {
  const start = Date.now();
  const over = () => Date.now() - start > minutes * 60_000;
  const tally: Tally = { reads: 0, writes: 0, refused: 0, errors: [] };
  const samples: Sample[] = [];
  const looking = async () => {
    for (let n = 0; !over(); n++) {
      await pause(5_000);
      const { rss, heapUsed, waiting, refusedConnections } = await server.spent();
      const { rows } = await client.query(
        `SELECT count(*)::int AS held FROM pg_stat_activity WHERE datname = current_database()`,
      );
      if (refusedConnections > 0) tally.errors.push(`${refusedConnections} had no connection`);
      const left = n % 6 === 5 ? await server.kept() : null;
      const sample = {
        minute: (Date.now() - start) / 60_000,
        rss: rss / 2 ** 20,
        heap: heapUsed / 2 ** 20,
        kept: left && (left.heapUsed + left.external) / 2 ** 20,
        waiting,
        held: rows[0].held,
      };
      samples.push(sample);
      look(sample, tally);
    }
  };
  await Promise.all([
    looking(),
    ...Array.from({ length: READERS }, (_, n) => reading(outside, n, over, tally)),
    writing(outside, over, tally),
    searching(outside, over, tally),
    ...Array.from({ length: LISTENERS }, (_, n) => listening(outside, n, over, tally)),
  ]);
  return { tally, samples };
}

type Look = (sample: Sample, tally: Tally) => void;

async function reading(outside: Outside, offset: number, over: () => boolean, tally: Tally) {
  for (let n = offset * 3; !over(); n++) {
    const [person, path] = PAGES[n % PAGES.length] ?? PAGES[0]!;
    await counted(tally, "reads", path, async () => {
      const answer = await outside.get(person, path);
      return answer.status === 200 ? null : said(answer);
    });
    await pause(50);
  }
}

/** As many as a bad night has: an incident every two seconds, and its news to everyone. */
async function writing(outside: Outside, over: () => boolean, tally: Tally) {
  while (!over()) {
    const form = new FormData();
    const fields = {
      ...{ incidentId: randomUUID(), sign: "other", what: "Mạng chập chờn", place: randomUUID() },
      ...{ detectedAt: "2025-01-27T08:00", contactPhone: "0912345678" },
    };
    for (const [field, value] of Object.entries(fields)) form.append(field, value);
    await counted(tally, "writes", "an incident", async () => {
      const action = outside.action("incidents/actions reportIncidentAction");
      const answer = await outside.act("police", action, form);
      return answer.status < 500 && judged(answer) === "in" ? null : said(answer);
    });
    await pause(2_000);
  }
}

async function searching(outside: Outside, over: () => boolean, tally: Tally) {
  for (let n = 0; !over(); n++) {
    await counted(tally, "reads", "search", async () => {
      const answer = await outside.get("lead", `/api/search?q=${n % 2 ? "lừa đảo" : "trực"}`);
      // Asked too fast is an answer too.
      if (answer.status === 429) tally.refused++;
      return answer.status === 200 || answer.status === 429 ? null : said(answer);
    });
    await pause(500);
  }
}

/** A page left open: hears what is new, is closed after a while and opened anew. */
async function listening(outside: Outside, n: number, over: () => boolean, tally: Tally) {
  const person: Person =
    (["officer", "lead", "staff", "telco", "police"] as const)[n % 5] ?? "lead";
  while (!over()) {
    const closed = AbortSignal.timeout(10_000 + n * 1_000);
    await counted(tally, "reads", "/api/live", async () => {
      const headers = { cookie: outside.cookieOf(person) ?? "" };
      const answer = await fetch(`${outside.url}/api/live`, { headers, signal: closed });
      if (answer.status !== 200) return `${answer.status} ${(await answer.text()).slice(0, 300)}`;
      await answer.text().catch(() => "");
      return null;
    });
  }
}

async function counted(
  tally: Tally,
  what: "reads" | "writes",
  name: string,
  ask: () => Promise<string | null>,
) {
  const fault = await ask().catch(thrown);
  if (fault === null) tally[what]++;
  else tally.errors.push(`${name}: ${fault}`);
}

/** What the answer said, or how there was none: a failure that is only counted is never mended. */
const said = ({ status, location, body }: Answer) =>
  `${status} ${location} ${body.replace(/<[^>]*>|\s+/g, " ").slice(0, 300)}`;
const thrown = (error: Error) => {
  if (error.name === "TimeoutError") return null;
  const { cause } = error;
  return `${error.message} ${cause instanceof Error ? `${Reflect.get(cause, "code")} ${cause.message}` : ""}`;
};

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Megabytes a minute, by the line that lies nearest to what was seen. */
export function slopeOf(all: Sample[], of: "rss" | "heap" | "kept") {
  const samples = all.flatMap(({ minute, [of]: seen }) => (seen === null ? [] : { minute, seen }));
  const mean = (figures: number[]) => figures.reduce((sum, n) => sum + n, 0) / figures.length;
  const x = mean(samples.map(({ minute }) => minute));
  const y = mean(samples.map(({ seen }) => seen));
  const over = samples.reduce((sum, { minute, seen }) => sum + (minute - x) * (seen - y), 0);
  const under = samples.reduce((sum, { minute }) => sum + (minute - x) ** 2, 0);
  return under === 0 ? 0 : over / under;
}
