import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import type { Actor } from "@/lib/auth/actor";
import { db } from "@/lib/db";
import { saveInventory } from "@/lib/inventory/commands";
import { addProduct, retireProduct } from "@/lib/inventory/products/commands";
import { listProducts } from "@/lib/inventory/products/queries";
import { matchProduct } from "@/lib/inventory/products/rules";
import { findInventory, listInventories } from "@/lib/inventory/queries";
import { inventoryFilterSchema, saveInventorySchema } from "@/lib/inventory/schema";
import { addUnitSystem, editUnitSystem, retireUnitSystem } from "@/lib/inventory/systems/commands";
import { aDistrict, auditOf } from "@/tests/support/district";

const counts = { servers: 1, workstations: 12, networkDevices: 3, otherProducts: "", note: "" };

async function productNamed(actor: Actor, name: string) {
  const found = (await listProducts(actor)).find((product) => product.name === name);
  if (!found) throw new Error(`no product ${name}`);
  return found.id;
}

describe("a unit's inventory", () => {
  test("is saved whole, with its audit entry, and read by the district", async () => {
    const { staff, officer } = await aDistrict();
    const { unitId } = staff;
    const windows = await productNamed(staff, "Windows 10");
    await saveInventory(staff, { unitId, version: 0, productIds: [windows], ...counts });
    const seen = await findInventory(officer, unitId);
    expect(seen).toMatchObject({ counts: { workstations: 12, version: 1 }, mayEdit: false });
    expect(seen?.products.map(({ name }) => name)).toEqual(["Windows 10"]);
    expect(await auditOf(unitId)).toEqual(["inventory.save"]);
    await saveInventory(staff, { unitId, version: 1, productIds: [], ...counts, servers: 2 });
    expect(await findInventory(staff, unitId)).toMatchObject({
      counts: { servers: 2 },
      products: [],
    });
  });

  test("of two colleagues who save at once one is told", async () => {
    const { staff, lead } = await aDistrict();
    const { unitId } = staff;
    const save = (actor: Actor) =>
      saveInventory(actor, { unitId, version: 0, productIds: [], ...counts });
    const outcomes = await Promise.allSettled([save(staff), save(lead)]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await auditOf(unitId)).toEqual(["inventory.save"]);
  });

  test("is another unit's business only for the district, which reads and does not write", async () => {
    const { staff, otherLead, officer } = await aDistrict();
    const input = { unitId: staff.unitId, version: 0, productIds: [], ...counts };
    await expect(saveInventory(otherLead, input)).rejects.toMatchObject({ reason: "not-found" });
    await expect(saveInventory(officer, input)).rejects.toMatchObject({ reason: "forbidden" });
    expect(await findInventory(otherLead, staff.unitId)).toBeNull();
    expect(await listInventories(otherLead, inventoryFilterSchema.parse({}))).toMatchObject({
      rows: [],
    });
  });

  test("an empty field is not zero machines", () => {
    const form = {
      unitId: randomUUID(),
      version: "0",
      servers: "",
      workstations: "5",
      networkDevices: "0",
    };
    const read = saveInventorySchema.safeParse(form);
    expect(read.error?.issues.map(({ path }) => path[0])).toEqual(["servers"]);
  });

  test("the district finds who has not declared", async () => {
    const { staff, officer, communes } = await aDistrict();
    await saveInventory(staff, { unitId: staff.unitId, version: 0, productIds: [], ...counts });
    const mark = communes[0].name.slice(-8);
    const { rows } = await listInventories(
      officer,
      inventoryFilterSchema.parse({ show: "missing", q: mark }),
    );
    expect(rows.map(({ unitId }) => unitId).sort()).toEqual(
      [communes[1].id, communes[2].id].sort(),
    );
  });
});

describe("an information system", () => {
  const site = { name: "Trang thông tin", level: 2, domain: "", operator: "VNPT", note: "" };

  test("sent twice is one; it is mended and retired, each with its entry", async () => {
    const { staff } = await aDistrict();
    const systemId = randomUUID();
    await addUnitSystem(staff, { systemId, ...site });
    await addUnitSystem(staff, { systemId, ...site });
    await editUnitSystem(staff, { systemId, version: 1, ...site, level: 3 });
    await expect(
      editUnitSystem(staff, { systemId, version: 1, ...site, level: 4 }),
    ).rejects.toMatchObject({ reason: "conflict" });
    await retireUnitSystem(staff, { systemId, version: 2 });
    expect((await findInventory(staff, staff.unitId))?.systems).toEqual([]);
    expect(await auditOf(systemId)).toEqual([
      "inventory.add-system",
      "inventory.edit-system",
      "inventory.retire-system",
    ]);
  });

  test("of another unit is not found, and the district does not write it", async () => {
    const { staff, otherLead, officer } = await aDistrict();
    const systemId = randomUUID();
    await addUnitSystem(staff, { systemId, ...site });
    await expect(retireUnitSystem(otherLead, { systemId, version: 1 })).rejects.toMatchObject({
      reason: "not-found",
    });
    await expect(retireUnitSystem(officer, { systemId, version: 1 })).rejects.toMatchObject({
      reason: "forbidden",
    });
  });
});

describe("the pick list", () => {
  test("is the district's to mend; a unit keeps what was retired", async () => {
    const { officer, staff } = await aDistrict();
    const name = `Máy chấm công ${randomUUID()}`;
    const requestId = randomUUID();
    const product = { requestId, name, category: "other" as const, aliases: ["cham cong"] };
    await expect(addProduct(staff, product)).rejects.toMatchObject({ reason: "forbidden" });
    await addProduct(officer, product);
    await addProduct(officer, product);
    await expect(
      addProduct(officer, { ...product, requestId: randomUUID() }),
    ).rejects.toMatchObject({ reason: "conflict" });
    const { unitId } = staff;
    await saveInventory(staff, { unitId, version: 0, productIds: [requestId], ...counts });
    await retireProduct(officer, { productId: requestId });
    expect((await findInventory(staff, unitId))?.products.map((row) => row.name)).toEqual([name]);
    expect((await listProducts(staff)).some(({ id }) => id === requestId)).toBe(false);
    expect(await auditOf(requestId)).toEqual(["product.add", "product.retire"]);
    await db.unitProduct.deleteMany({ where: { productId: requestId } });
  });

  test("the longest name found in a text decides", async () => {
    const { staff } = await aDistrict();
    const products = await listProducts(staff);
    const named = (text: string) => {
      const id = matchProduct(text, products);
      return products.find((product) => product.id === id)?.name ?? null;
    };
    expect(named("Microsoft Windows Server 2019 Remote Desktop")).toBe("Windows Server");
    expect(named("RouterOS 6.49 của MikroTik")).toBe("MikroTik");
    expect(named("Camera HIKVISION DS-2CD")).toBe("Camera giám sát");
    expect(named("phần mềm chẳng ai có")).toBeNull();
    expect(named("linuxoid")).toBeNull();
  });
});
