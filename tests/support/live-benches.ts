import { type ChildProcess, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { Agent, get, request } from "node:http";
import { encode } from "next-auth/jwt";
import { buildIfNeeded } from "@/lib/cli/build";
import { db } from "@/lib/db";
import { freePort } from "@/lib/db/embedded";
import { databaseUrl } from "@/lib/env";
import { aDistrict } from "./district";

const SECRET = randomBytes(32).toString("hex");
const AT_ONCE = 20;

type Server = { port: number; process: ChildProcess };
type Open = { heard: () => Promise<void> };

/**
 * So many pages open on one process of the product, as `npm start` runs it, and on the barest server
 * beside it: how long until the last of them has heard. Memory is told while they are opened.
 */
export function liveFanout(pages: number) {
  let bare: Server;
  let product: Server;
  let onBare: Open[] = [];
  let onProduct: Open[] = [];
  let unitId = "";
  return {
    name: `Một thay đổi tới ${pages} trang đang mở`,
    rows: pages,
    repeats: 20,
    prepare: async () => {
      await buildIfNeeded();
      const district = await aDistrict();
      unitId = district.lead.unitId;
      const cookies = await sessions(unitId, pages);
      bare = await started(["--import", "tsx", "tests/support/bare-stream.ts"], "/");
      product = await started(
        ["node_modules/next/dist/bin/next", "start", "-H", "127.0.0.1"],
        "/api/health",
      );
      onBare = await opened(bare, "trần", "/", cookies);
      onProduct = await opened(product, "sản phẩm", "/api/live?topics=duty", cookies);
    },
    floor: () => heardBy(onBare, () => post(bare.port)),
    run: () =>
      heardBy(
        onProduct,
        () => db.$executeRaw`
          WITH told AS (
            INSERT INTO "LiveEvent" (topic, "unitIds") VALUES ('duty', ARRAY[${unitId}::uuid]))
          SELECT pg_notify('live', '')`,
      ),
  };
}

async function heardBy(open: Open[], tell: () => Promise<unknown>) {
  const heard = Promise.all(open.map((one) => one.heard()));
  await tell();
  await heard;
}

/** People of one unit, each with a session of their own, since nobody has a thousand windows. */
async function sessions(unitId: string, count: number) {
  await db.$executeRaw`
    WITH people AS (
      INSERT INTO "User" (username, "fullName", role, "unitId")
      SELECT 'bench-' || n, 'Người ' || n, 'unit_staff', ${unitId}::uuid
      FROM generate_series(1, ${count}::int) n RETURNING id)
    INSERT INTO "Session" ("userId", "expiresAt")
    SELECT id, now() + interval '1 day' FROM people`;
  const rows = await db.session.findMany({ where: { user: { unitId } }, select: { id: true } });
  return Promise.all(
    rows.map(
      async ({ id }) =>
        `session=${await encode({ token: { sid: id }, secret: SECRET, salt: "session", maxAge: 86_400 })}`,
    ),
  );
}

async function started(program: string[], ready: string): Promise<Server> {
  const port = await freePort();
  const process = spawn(globalThis.process.execPath, program, {
    // The pipe's end tells the child that this process is gone.
    stdio: ["pipe", "ignore", "inherit"],
    env: {
      ...globalThis.process.env,
      NODE_ENV: "production",
      NODE_OPTIONS: "",
      PORT: String(port),
      DATABASE_URL: databaseUrl(),
      NEXTAUTH_SECRET: SECRET,
      SUPERVISED: "1",
    },
  });
  for (let tries = 0; tries < 600; tries++) {
    const there = await fetch(`http://127.0.0.1:${port}${ready}`).catch(() => null);
    await there?.body?.cancel();
    if (there?.ok) return { port, process };
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`${program.join(" ")} did not start`);
}

async function opened(server: Server, name: string, path: string, cookies: string[]) {
  const agent = new Agent({ keepAlive: false, maxSockets: Number.POSITIVE_INFINITY });
  const before = memoryOf(server.process);
  const open: Open[] = [];
  for (let from = 0; from < cookies.length; from += AT_ONCE) {
    const some = cookies.slice(from, from + AT_ONCE);
    open.push(...(await Promise.all(some.map((cookie) => page(server.port, path, cookie, agent)))));
  }
  const after = memoryOf(server.process);
  const each = ((after - before) / open.length).toFixed(0);
  console.log(
    `  ${name}: ${open.length} trang, bộ nhớ ${mb(before)} → ${mb(after)} MB (${each} kB mỗi trang)`,
  );
  return open;
}

/** One page that listens; each word resolves whoever waits for it. */
function page(port: number, path: string, cookie: string, agent: Agent) {
  return new Promise<Open>((resolve, reject) => {
    let told: (() => void) | undefined;
    const asked = get({ port, path, agent, host: "127.0.0.1", headers: { cookie } }, (answer) => {
      if (answer.statusCode !== 200) return reject(new Error(`answered ${answer.statusCode}`));
      let begun = false;
      answer.setEncoding("utf8").on("data", (text: string) => {
        if (!begun) {
          begun = true;
          resolve({
            heard: () =>
              new Promise((done) => {
                told = done;
              }),
          });
        }
        if (text.includes('"duty"')) told?.();
      });
    });
    asked.on("error", reject);
  });
}

function post(port: number) {
  return new Promise<void>((resolve, reject) => {
    request({ port, method: "POST", host: "127.0.0.1" }, (answer) => {
      answer.resume().on("end", resolve);
    })
      .on("error", reject)
      .end();
  });
}

/** Resident, in kB, of the process and nothing else. */
const memoryOf = ({ pid }: ChildProcess) =>
  Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1]);
const mb = (kb: number) => Math.round(kb / 1024);
