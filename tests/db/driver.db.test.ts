import { expect, test } from "vitest";
import { db } from "@/lib/db";
import { findsNothing } from "@/lib/db/driver";
import { aDistrict } from "@/tests/support/district";
import { countQueries } from "@/tests/support/query-count";

test("relations of no rows are not asked for, those of some are", async () => {
  const { officer } = await aDistrict();
  const read = (id: string) =>
    db.user.findMany({
      where: { id },
      select: {
        id: true,
        unit: { select: { shortName: true } },
        sessions: { select: { id: true } },
      },
    });

  const nobody = crypto.randomUUID();
  expect(await read(nobody)).toEqual([]);
  expect(await countQueries(() => read(nobody))).toBe(1);

  const [found] = await read(officer.userId);
  expect(found?.unit.shortName).toBeTruthy();
  expect(found?.sessions).toEqual([]);
  expect(await countQueries(() => read(officer.userId))).toBeGreaterThan(1);
});

test("also within a transaction", async () => {
  const count = await countQueries(() =>
    db.$transaction((tx) =>
      tx.unit.findMany({
        where: { id: crypto.randomUUID() },
        select: { id: true, people: { select: { id: true } } },
      }),
    ),
  );
  // BEGIN, the one SELECT, COMMIT.
  expect(count).toBe(3);
});

test.each([
  [true, 'SELECT "public"."A"."id" FROM "public"."A" WHERE "public"."A"."id" IN (NULL) OFFSET $1'],
  [
    true,
    'SELECT "A"."id" FROM "A" WHERE (("A"."x" IS NULL AND "A"."y" = $1) AND "A"."id" IN (NULL))',
  ],
  [false, 'SELECT "A"."id" FROM "A" WHERE ("A"."id" IN (NULL) OR "A"."x" = $1)'],
  [false, 'SELECT "A"."id" FROM "A" WHERE (NOT ("A"."id" IN (NULL) AND "A"."x" = $1))'],
  [false, 'SELECT COUNT(*) FROM "A" WHERE "A"."id" IN (NULL)'],
  [
    false,
    'SELECT "A"."id" FROM "A" LEFT JOIN (SELECT "B"."id" FROM "B" WHERE "B"."id" IN (NULL)) AS j ON 1=1 WHERE 1=1',
  ],
  [false, 'UPDATE "A" SET "x" = $1 WHERE "A"."id" IN (NULL)'],
  [false, 'SELECT "A"."id" FROM "A" WHERE "A"."id" IN ($1,$2)'],
])("that nothing is found is said (%s) of %s", (nothing, sql) => {
  expect(findsNothing(sql)).toBe(nothing);
});
