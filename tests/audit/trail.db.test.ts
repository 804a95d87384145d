import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { recordAudit } from "@/lib/audit/record";
import { actionLabels, readableDetails } from "@/lib/audit/trail/labels";
import { visibleAuditEntries } from "@/lib/audit/trail/policy";
import { listAuditEntries, verifyTrail } from "@/lib/audit/trail/queries";
import { trailFilterSchema } from "@/lib/audit/trail/schema";
import type { Actor } from "@/lib/auth/actor";
import { db, inTransaction } from "@/lib/db";
import {
  aDistrictLeader,
  aDistrictOfficer,
  anAdministrator,
  anObserver,
  aUnitLead,
} from "@/tests/support/actors";
import { aPerson } from "@/tests/support/district";
import { anOrganization } from "@/tests/support/organization";

const filter = (overrides: object = {}) => trailFilterSchema.parse(overrides);
const administrator = anAdministrator();

const record = (actor: Actor, action = "unit.update") =>
  inTransaction((tx) =>
    recordAudit(tx, actor, {
      action,
      subject: { type: "unit", id: actor.unitId },
      details: { name: "Đơn vị", files: ["a", "b"], successor: null },
    }),
  );

async function aLead() {
  const { units } = await anOrganization();
  return aPerson("unit_lead", units[0], "locality");
}

describe("reading the audit trail", () => {
  test("filters by person, action, unit and days", async () => {
    const lead = await aLead();
    const mark = randomUUID().slice(0, 8);
    const unit = { name: `UBND xã Hòa Bình ${mark}` };
    await db.unit.update({ where: { id: lead.unitId }, data: unit });
    await db.user.update({ where: { id: lead.userId }, data: { fullName: `Vũ Đức ${mark}` } });
    await record(lead);
    await record(lead, "unit.close");
    const count = async (overrides: object) =>
      (await listAuditEntries(administrator, filter(overrides))).rows.length;

    expect(await count({ person: `vu duc ${mark}` })).toBe(2);
    expect(await count({ unit: `hoà bình ${mark}` })).toBe(2);
    expect(await count({ unit: mark, action: "unit.close" })).toBe(1);
    expect(await count({ unit: mark, from: "2024-01-01", to: "2099-12-31" })).toBe(2);
    expect(await count({ unit: mark, to: "2024-01-01" })).toBe(0);
    expect(await count({ subject: "unit", subjectId: lead.unitId })).toBe(2);
    expect(await count({ unit: mark, subject: "directive" })).toBe(0);
    expect(await count({ unit: mark, from: "nonsense", after: "nonsense" })).toBe(2);
  });

  test("pages by key: every entry once, the newest first", async () => {
    const lead = await aLead();
    for (let index = 0; index < 53; index++) await record(lead);
    const first = await listAuditEntries(lead, filter());
    const second = await listAuditEntries(lead, filter({ after: first.next }));
    expect(second.next).toBeNull();
    const seqs = [...first.rows, ...second.rows].map(({ seq }) => Number(seq));
    expect(seqs).toEqual(Array.from({ length: 53 }, (_, index) => 53 - index));
  });

  test("a lead reads the own unit's, others of the unit none, leaders all", async () => {
    const lead = await aLead();
    const stranger = await aLead();
    await record(lead);
    await record(stranger);
    for (const actor of [lead, stranger, anObserver(), aDistrictOfficer(), aUnitLead()]) {
      const { rows } = await listAuditEntries(actor, filter());
      const agreed = await db.auditEntry.count({ where: visibleAuditEntries(actor) });
      expect(rows).toHaveLength(agreed);
      expect(rows.every(({ unitId }) => unitId === actor.unitId)).toBe(true);
    }
    const { rows } = await listAuditEntries(aDistrictLeader(), filter());
    const units = rows.map(({ unitId }) => unitId);
    expect(units).toEqual(expect.arrayContaining([lead.unitId, stranger.unitId]));
  });

  test("its soundness is checked by the administrator and the district's leader", async () => {
    await record(await aLead());
    expect((await verifyTrail(aDistrictLeader())).entries).toBeGreaterThan(0);
    await expect(verifyTrail(aUnitLead())).rejects.toMatchObject({ reason: "forbidden" });
  });

  test("a unit in the details is named, for a reader knows no ids", async () => {
    const lead = await aLead();
    await inTransaction((tx) =>
      recordAudit(tx, lead, {
        action: "assignment.accept",
        subject: { type: "assignment", id: randomUUID() },
        details: { unitId: lead.unitId, role: "unit_lead" },
      }),
    );
    const { rows } = await listAuditEntries(lead, filter());
    expect(readableDetails(rows[0]?.details)).toEqual(
      expect.arrayContaining([
        ["Đơn vị", lead.unitName],
        ["Vai trò", "Lãnh đạo đơn vị"],
      ]),
    );
  });

  test("details read as words", () => {
    expect(actionLabels["unit.update"]).toBe("Sửa đơn vị");
    const details = { name: "A", files: ["x", "y"], successor: null, secondFactorRemoved: true };
    expect(readableDetails(details)).toEqual([
      ["Tên", "A"],
      ["Minh chứng (SHA-256)", "x, y"],
      ["Gỡ xác thực hai lớp", "Có"],
    ]);
    expect(readableDetails("text")).toEqual([]);
  });
});
