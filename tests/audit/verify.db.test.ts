import { describe, expect, test } from "vitest";
import { verifyAuditTrail } from "@/lib/audit/verify";
import { db } from "@/lib/db";
import { aDistrict, anIssuedDirective } from "@/tests/support/district";

/** Does what only the owner of the database could: goes around the triggers, then puts it back. */
async function tamper(sql: string, restore: string) {
  await db.$executeRawUnsafe('ALTER TABLE "AuditEntry" DISABLE TRIGGER USER');
  await db.$executeRawUnsafe(sql);
  const found = await verifyAuditTrail();
  await db.$executeRawUnsafe(restore);
  await db.$executeRawUnsafe('ALTER TABLE "AuditEntry" ENABLE TRIGGER USER');
  return found.broken;
}

describe("the audit trail", () => {
  test("refuses to be changed", async () => {
    const district = await aDistrict();
    await anIssuedDirective(district);
    const unitId = district.committee.id;
    const refused = /append-only/;
    await expect(
      db.auditEntry.updateMany({ where: { unitId }, data: { ip: "x" } }),
    ).rejects.toThrow(refused);
    await expect(db.auditEntry.deleteMany({ where: { unitId } })).rejects.toThrow(refused);
    await expect(db.$executeRaw`TRUNCATE "AuditEntry"`).rejects.toThrow(refused);
  });

  test("holds after honest work, and names the first link that was touched", async () => {
    const district = await aDistrict();
    await anIssuedDirective(district);
    await anIssuedDirective(district);
    expect((await verifyAuditTrail()).broken).toBeNull();

    const unitId = district.committee.id;
    const at = (seq: number) => `WHERE "unitId" = '${unitId}' AND seq = ${seq}`;
    const altered = await tamper(
      `UPDATE "AuditEntry" SET "actorName" = "actorName" || '!' ${at(2)}`,
      `UPDATE "AuditEntry" SET "actorName" = left("actorName", -1) ${at(2)}`,
    );
    expect(altered).toEqual({ unitId, seq: "2", reason: "altered" });

    const renamed = await tamper(
      `UPDATE "AuditEntry" SET details = details || '{"x":1}' ${at(3)}`,
      `UPDATE "AuditEntry" SET details = details - 'x' ${at(3)}`,
    );
    expect(renamed).toEqual({ unitId, seq: "3", reason: "altered" });

    const missing = await tamper(
      `UPDATE "AuditEntry" SET seq = 1004 ${at(4)}`,
      `UPDATE "AuditEntry" SET seq = 4 WHERE "unitId" = '${unitId}' AND seq = 1004`,
    );
    expect(missing).toEqual({ unitId, seq: "4", reason: "missing" });

    const cut = await tamper(
      `UPDATE "AuditEntry" SET "unitId" = '${district.lead.unitId}' ${at(6)}`,
      `UPDATE "AuditEntry" SET "unitId" = '${unitId}' WHERE "unitId" = '${district.lead.unitId}' AND seq = 6`,
    );
    expect(cut?.reason).toMatch(/head|missing/);
    expect((await verifyAuditTrail()).broken).toBeNull();
  });

  test("units write side by side without waiting for each other", async () => {
    const districts = await Promise.all([aDistrict(), aDistrict(), aDistrict()]);
    await Promise.all(
      districts.flatMap((district) => [anIssuedDirective(district), anIssuedDirective(district)]),
    );
    expect((await verifyAuditTrail()).broken).toBeNull();
  });
});
