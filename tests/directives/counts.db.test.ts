import fc from "fast-check";
import { expect, test } from "vitest";
import { systemActor } from "@/lib/auth/system-actor";
import { db, Prisma } from "@/lib/db";
import { foldCounts } from "@/lib/directives/counts/commands";
import { listRunningDirectives } from "@/lib/overview/queries";
import { aDistrict, anIssuedDirective } from "@/tests/support/district";

/** What may happen to some rows at once: an instant is noted, or taken back. */
const receiptSteps = ["openedAt", "acknowledgedAt", "releasedAt", "passedAt"];
const assignmentSteps = ["reportedAt", "acceptedAt", "releasedAt", "passedAt"];
const step = (table: string, columns: string[]) =>
  fc.record({
    table: fc.constant(table),
    column: fc.constantFrom(...columns),
    /** Which of the rows, by their place. */
    every: fc.integer({ min: 1, max: 4 }),
    undone: fc.boolean(),
  });
const steps = fc.array(
  fc.oneof(step("DirectiveReceipt", receiptSteps), step("Assignment", assignmentSteps)),
  { minLength: 1, maxLength: 12 },
);

type Counts = Record<
  "units" | "opened" | "acknowledged" | "total" | "accepted" | "reported" | "overdue",
  number
>;

test("the counts of a directive are those of its rows, whatever happens to them and when it is folded", async () => {
  const district = await aDistrict();
  const { id } = await anIssuedDirective(district);
  await fc.assert(
    fc.asyncProperty(steps, fc.boolean(), async (happened, fold) => {
      for (const { table, column, every, undone } of happened) {
        const [name, field] = [table, column].map((word) => Prisma.raw(`"${word}"`));
        await db.$executeRaw`
          UPDATE ${name} SET ${field} = CASE WHEN NOT ${undone}::boolean THEN now() END
          WHERE "directiveId" = ${id}::uuid AND "unitId" IN (
            SELECT "unitId" FROM (
              SELECT "unitId", dense_rank() OVER (ORDER BY "unitId") AS place FROM "DirectiveReceipt"
              WHERE "directiveId" = ${id}::uuid) r WHERE place % ${every}::int = 0)`;
      }
      if (fold) await Promise.all([foldCounts(systemActor), foldCounts(systemActor)]);
      const shown = (await listRunningDirectives(district.observer)).find((one) => one.id === id);
      expect(shown).toMatchObject(await countedAnew(id));
    }),
    { numRuns: 12 },
  );
});

test("many small notes become one, and only the system folds them", async () => {
  const district = await aDistrict();
  const { id } = await anIssuedDirective(district);
  for (let round = 0; round < 30; round++) {
    for (const openedAt of [new Date(), null])
      await db.directiveReceipt.updateMany({ where: { directiveId: id }, data: { openedAt } });
  }
  const before = await countedAnew(id);
  expect(await db.directiveCount.count({ where: { directiveId: id } })).toBeGreaterThan(50);
  await foldCounts(systemActor);
  expect(await db.directiveCount.count({ where: { directiveId: id } })).toBe(1);
  const shown = (await listRunningDirectives(district.observer)).find((one) => one.id === id);
  expect(shown).toMatchObject(before);
  await expect(foldCounts(district.officer)).rejects.toMatchObject({ reason: "forbidden" });
});

/** Row by row, in no way that the page counts. */
async function countedAnew(directiveId: string): Promise<Counts> {
  const where = { directiveId, releasedAt: null, passedAt: null };
  const [receipts, assignments] = await Promise.all([
    db.directiveReceipt.findMany({ where }),
    db.assignment.findMany({ where }),
  ]);
  const late = (at: Date | null) => at !== null && at < new Date();
  return {
    units: receipts.length,
    opened: receipts.filter((one) => one.openedAt).length,
    acknowledged: receipts.filter((one) => one.acknowledgedAt).length,
    total: assignments.length,
    accepted: assignments.filter((one) => one.acceptedAt).length,
    reported: assignments.filter((one) => one.reportedAt && !one.acceptedAt).length,
    overdue: assignments.filter((one) => !one.reportedAt && !one.acceptedAt && late(one.dueAt))
      .length,
  };
}
