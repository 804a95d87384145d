import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { db } from "@/lib/db";
import {
  createRecipientGroup,
  deleteRecipientGroup,
  updateRecipientGroup,
} from "@/lib/organization/groups/commands";
import {
  findRecipientGroup,
  resolveGroupUnits,
  summariseRecipientGroups,
} from "@/lib/organization/groups/queries";
import { createRecipientGroupSchema } from "@/lib/organization/groups/schema";
import { createUnitKind, updateUnitKind } from "@/lib/organization/kinds/commands";
import { aDistrictOfficer, anAdministrator, aUnitLead } from "@/tests/support/actors";
import { aDistrict, anIssuedDirective } from "@/tests/support/district";
import { anOrganization, aUnitOf, auditEntriesOf } from "@/tests/support/organization";

const administrator = anAdministrator();
const aGroup = (overrides: object) => ({
  name: `Nhóm ${randomUUID()}`,
  aliases: [],
  kindCodes: [],
  unitIds: [],
  ...overrides,
});

describe("recipient groups", () => {
  test("are made, changed and deleted, each leaving its entry", async () => {
    const { kindCode, units } = await anOrganization();
    const content = aGroup({ kindCodes: [kindCode] });
    const { id } = await createRecipientGroup(administrator, content);
    expect((await resolveGroupUnits(administrator, id)).map(({ name }) => name)).toEqual([
      "Ba",
      "Hai",
      "Một",
    ]);

    const changed = { ...content, kindCodes: [], unitIds: [units[1].id] };
    await updateRecipientGroup(administrator, { ...changed, groupId: id, version: 1 });
    expect(await findRecipientGroup(aDistrictOfficer(), id)).toMatchObject({
      name: content.name,
      kindCodes: [],
      units: [{ id: units[1].id, name: "Hai" }],
      uses: 0,
    });
    const summary = await summariseRecipientGroups(aDistrictOfficer());
    expect(summary.find((group) => group.id === id)).toMatchObject({ units: 1 });

    const stale = updateRecipientGroup(administrator, { ...changed, groupId: id, version: 1 });
    await expect(stale).rejects.toMatchObject({ reason: "conflict" });
    await deleteRecipientGroup(administrator, { groupId: id });
    expect((await auditEntriesOf(id)).map(({ action }) => action)).toEqual([
      "recipient-group.create",
      "recipient-group.update",
      "recipient-group.delete",
    ]);
  });

  test("a merged unit drops out on the day it ends", async () => {
    const { kindCode } = await anOrganization();
    const merged = await aUnitOf(kindCode, "Sáp nhập", { validTo: "2025-07-01" });
    const group = aGroup({ unitIds: [merged.id] });
    const { id } = await createRecipientGroup(administrator, group);
    expect(await resolveGroupUnits(administrator, id, "2025-06-30")).toHaveLength(1);
    expect(await resolveGroupUnits(administrator, id, "2025-07-01")).toHaveLength(0);
  });

  test("are the administrator's to change and not every unit's to see", async () => {
    const { kindCode } = await anOrganization();
    const group = aGroup({ kindCodes: [kindCode] });
    const byOfficer = createRecipientGroup(aDistrictOfficer(), group);
    await expect(byOfficer).rejects.toMatchObject({ reason: "forbidden" });
    const { id } = await createRecipientGroup(administrator, group);
    expect(await findRecipientGroup(aUnitLead(), id)).toBeNull();
    const byLead = deleteRecipientGroup(aUnitLead(), { groupId: id });
    await expect(byLead).rejects.toMatchObject({ reason: "forbidden" });
  });

  test("need someone in them, a name of their own and members that exist", async () => {
    expect(createRecipientGroupSchema.safeParse(aGroup({})).success).toBe(false);
    const { kindCode } = await anOrganization();
    const group = aGroup({ kindCodes: [kindCode] });
    await createRecipientGroup(administrator, group);
    const again = createRecipientGroup(administrator, group);
    await expect(again).rejects.toMatchObject({ message: `Đã có nhóm nhận tên “${group.name}”.` });
    const unknown = createRecipientGroup(administrator, aGroup({ unitIds: [randomUUID()] }));
    await expect(unknown).rejects.toMatchObject({ reason: "invalid" });
  });

  test("stay while an issued directive names them", async () => {
    const district = await aDistrict();
    await anIssuedDirective(district);
    const deletion = deleteRecipientGroup(administrator, { groupId: district.group.id });
    await expect(deletion).rejects.toMatchObject({
      message: expect.stringContaining("1 văn bản đã ban hành"),
    });
    expect(await db.recipientGroup.count({ where: { id: district.group.id } })).toBe(1);
  });
});

describe("kinds of units", () => {
  test("are named, ordered and given a home", async () => {
    const code = `k-${randomUUID()}`;
    const kind = { code, label: "Trường học", home: "locality" as const, rank: 55 };
    await createUnitKind(administrator, kind);
    await updateUnitKind(administrator, { ...kind, home: null });
    expect(await db.unitKind.findUniqueOrThrow({ where: { code } })).toEqual({
      ...kind,
      home: null,
    });
    expect((await auditEntriesOf(code)).map(({ action }) => action)).toEqual([
      "unit-kind.create",
      "unit-kind.update",
    ]);
    await expect(createUnitKind(administrator, kind)).rejects.toMatchObject({ reason: "conflict" });
    const byOfficer = updateUnitKind(aDistrictOfficer(), kind);
    await expect(byOfficer).rejects.toMatchObject({ reason: "forbidden" });
  });
});
