import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { paces, refuseHaste, takeTurns, tooFast } from "@/lib/auth/pace";
import { db } from "@/lib/db";

const backdate = (key: string, seconds: number) =>
  db.$executeRaw`UPDATE "Pace" SET at = at - make_interval(secs => ${seconds}::float8) WHERE key = ${key}`;

test("a hundred at once get what one after the other would, and haste slows nobody else", async () => {
  const [hasty, other] = [randomUUID(), randomUUID()];
  const taken = await Promise.all(Array.from({ length: 60 }, () => takeTurns(hasty, "export")));
  const granted = taken.filter(Boolean).length;
  // The statements take a moment, in which a turn or two comes back.
  expect(granted).toBeGreaterThanOrEqual(paces.export.burst);
  expect(granted).toBeLessThanOrEqual(paces.export.burst + 5);
  expect(await takeTurns(other, "export")).toBe(true);
  expect(await takeTurns(hasty, "search"), "each thing has its own turns").toBe(true);
});

test("turns come back with time, never more than there were", async () => {
  const person = randomUUID();
  expect(await takeTurns(person, "import", paces.import.burst)).toBe(true);
  expect(await takeTurns(person, "import")).toBe(false);
  await backdate(`import:${person}`, 21);
  expect(await takeTurns(person, "import", 2)).toBe(true);
  expect(await takeTurns(person, "import")).toBe(false);
  await backdate(`import:${person}`, 86_400);
  expect(await takeTurns(person, "import", paces.import.burst)).toBe(true);
  expect(await takeTurns(person, "import")).toBe(false);
});

test("more files than anybody may send at once are refused, with what to do", async () => {
  const person = randomUUID();
  await expect(refuseHaste(person, "upload", paces.upload.burst + 1)).rejects.toThrow(
    /Chờ một phút/,
  );
  await expect(refuseHaste(person, "upload", paces.upload.burst)).resolves.toBeUndefined();
  await takeTurns(person, "export", paces.export.burst);
  const answer = await tooFast(person, "export");
  expect([answer?.status, answer?.headers.get("retry-after")]).toEqual([429, "60"]);
});
