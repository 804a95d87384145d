import { randomUUID } from "node:crypto";
import fc from "fast-check";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { systemActor } from "@/lib/auth/system-actor";
import { takeImport, uploadImport } from "@/lib/complaints/import/commands";
import { runImport } from "@/lib/complaints/import/running/commands";
import { db, inTransaction } from "@/lib/db";
import { databaseUrl } from "@/lib/env";
import { pruneLiveEvents } from "@/lib/live/commands";
import { openPosition, type Position, sealPosition } from "@/lib/live/position";
import { KEPT_SECONDS, MARK_EPOCH, readNews } from "@/lib/live/reading";
import { noticeUnits } from "@/lib/notifications/record";
import { aDistrictWithTelcos } from "@/tests/support/complaints";
import { aDistrict } from "@/tests/support/district";

const WRITERS = 3;
const clients: pg.Client[] = [];
const connect = async () => {
  const client = new pg.Client({ connectionString: databaseUrl() });
  await client.connect();
  clients.push(client);
  return client;
};
let writers: pg.Client[] = [];

beforeAll(async () => {
  writers = await Promise.all(Array.from({ length: WRITERS }, connect));
  await db.$executeRawUnsafe(MARK_EPOCH);
});
afterAll(() => Promise.all(clients.map((client) => client.end())));

const news = (since: Position | null) =>
  readNews((sql, snapshot) => db.$queryRawUnsafe(sql, snapshot), since);

/** An event that says which one it is. */
const write = (client: pg.Client, unitId: string) =>
  client.query(`INSERT INTO "LiveEvent" (topic, "unitIds") VALUES ('duty', ARRAY[$1::uuid])`, [
    unitId,
  ]);

const unitsOf = ({ events }: Awaited<ReturnType<typeof news>>) =>
  events.flatMap(({ unitIds }) => [...unitIds]);

describe("events", () => {
  test("of a transaction that commits late are not skipped for those that came first", async () => {
    const [slow, quick] = writers as [pg.Client, pg.Client];
    const { position: start } = await news(null);
    const [first, second] = [randomUUID(), randomUUID()];
    await slow.query("BEGIN");
    await write(slow, first);
    await write(quick, second);

    const before = await news(start);
    expect(unitsOf(before)).toEqual([second]);
    await slow.query("COMMIT");
    const after = await news(before.position);
    expect(unitsOf(after)).toEqual([first]);
    expect(unitsOf(await news(after.position))).toEqual([]);
    expect(after.all).toBe(false);
  });

  test("are read once each, in whatever order transactions begin, commit, fail and are read", async () => {
    const step = fc.record({
      writer: fc.integer({ min: 0, max: WRITERS - 1 }),
      does: fc.constantFrom("write", "commit", "roll back", "read"),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 25 }), async (steps) => {
        let { position } = await news(null);
        const pending = writers.map((): string[] => []);
        const committed: string[] = [];
        const heard: string[] = [];
        const read = async () => {
          const found = await news(position);
          heard.push(...unitsOf(found));
          position = found.position;
        };
        const settle = async (writer: number, how: "COMMIT" | "ROLLBACK") => {
          const open = pending[writer] ?? [];
          if (open.length === 0) return;
          await writers[writer]?.query(how);
          if (how === "COMMIT") committed.push(...open);
          pending[writer] = [];
        };
        for (const { writer, does } of steps) {
          const client = writers[writer] as pg.Client;
          if (does === "read") await read();
          else if (does === "commit") await settle(writer, "COMMIT");
          else if (does === "roll back") await settle(writer, "ROLLBACK");
          else {
            if (pending[writer]?.length === 0) await client.query("BEGIN");
            const unitId = randomUUID();
            await write(client, unitId);
            pending[writer]?.push(unitId);
          }
        }
        await read();
        for (const writer of writers.keys()) await settle(writer, "COMMIT");
        await read();
        expect(heard.sort()).toEqual(committed.sort());
      }),
      { numRuns: 40 },
    );
  });

  test("of one statement are one, however many rows it wrote", async () => {
    const district = await aDistrict();
    const { position } = await news(null);
    const units = district.communes.map(({ id }) => id);
    await inTransaction((tx) =>
      noticeUnits(tx, units, {
        kind: "directive.recall",
        title: "Thu hồi",
        subject: { type: "directive", id: randomUUID() },
        cause: randomUUID(),
      }),
    );
    const { events } = await news(position);
    expect(events).toEqual([{ topic: "notices", unitIds: new Set(units) }]);
  });

  test("of an import of two thousand complaints are one", async () => {
    const { liaison } = await aDistrictWithTelcos();
    const lines = Array.from(
      { length: 2_000 },
      (_, n) => `${randomUUID()},2025-01-20 07:30,Tin nhắn rác,09${10_000_000 + n},Vay nhanh,5656`,
    );
    const head = "Mã,Ngày tiếp nhận,Loại phản ánh,Số bị phản ánh,Nội dung,Kênh";
    const file = new File([[head, ...lines].join("\n")], "phan-anh.csv");
    const importId = randomUUID();
    await uploadImport(liaison, { importId, file });
    await takeImport(liaison, { importId });
    const { position } = await news(null);
    await runImport(liaison, importId);
    const { events } = await news(position);
    expect(await db.complaint.count({ where: { importId } })).toBe(2_000);
    expect(events.filter(({ topic }) => topic === "complaints")).toHaveLength(1);
    expect(events[0]?.unitIds.has(liaison.unitId)).toBe(true);
  });

  test("that changed nothing are none", async () => {
    const { position } = await news(null);
    await db.notice.updateMany({ where: { id: randomUUID() }, data: { seenAt: null } });
    expect((await news(position)).events).toEqual([]);
  });
});

describe("a position", () => {
  test("is kept by whoever holds it without telling anything", async () => {
    const { position } = await news(null);
    const sealed = sealPosition(position);
    expect(sealed).not.toContain(position.snapshot);
    expect(openPosition(sealed)).toEqual(position);
  });

  test("that this product did not write is none, and means to look at everything anew", async () => {
    const forged = sealPosition((await news(null)).position).replace(/^./, "_");
    expect(openPosition(forged)).toBeNull();
    expect(openPosition("1:1:")).toBeNull();
    expect((await news(openPosition(forged))).all).toBe(true);
  });

  test("from before a crash, or older than what is kept, means the same", async () => {
    const { position } = await news(null);
    expect((await news(position)).all).toBe(false);
    expect((await news({ ...position, server: "earlier" })).all).toBe(true);
    expect((await news({ ...position, at: position.at - KEPT_SECONDS })).all).toBe(true);
  });
});

test("events are forgotten after an hour, and not before", async () => {
  const { position } = await news(null);
  const [old, recent] = [randomUUID(), randomUUID()];
  for (const [unitId, age] of [
    [old, KEPT_SECONDS + 1],
    [recent, KEPT_SECONDS - 60],
  ] as const) {
    await db.$executeRaw`
      INSERT INTO "LiveEvent" (topic, "unitIds", at)
      VALUES ('duty', ARRAY[${unitId}::uuid], clock_timestamp() - make_interval(secs => ${age}::int))`;
  }
  await pruneLiveEvents(systemActor);
  expect(unitsOf(await news(position))).toEqual([recent]);
});
