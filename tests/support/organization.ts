import { randomUUID } from "node:crypto";
import { db } from "@/lib/db";

type Unit = {
  validFrom?: string;
  validTo?: string | null;
  aliases?: string[];
  parentId?: string;
  code?: string;
};

/** A parent and three units of a kind that no other test uses. */
export async function anOrganization() {
  const kindCode = `kind-${randomUUID().slice(0, 8)}`;
  const parentKind = `${kindCode}-parent`;
  await db.unitKind.createMany({
    data: [
      { code: parentKind, label: "Cấp trên", home: "command", rank: 1 },
      { code: kindCode, label: "Đơn vị", home: "locality", rank: 5 },
    ],
  });
  const parent = await aUnitOf(parentKind, `Cấp trên ${kindCode}`);
  const [first, second, third] = await Promise.all(
    ["Một", "Hai", "Ba"].map((name) => aUnitOf(kindCode, name, { parentId: parent.id })),
  );
  if (!first || !second || !third) throw new Error("an organisation has three units");
  return { kindCode, parent, units: [first, second, third] as const };
}

export function aUnitOf(kindCode: string, name: string, unit: Unit = {}) {
  const { validFrom = "2024-12-01", validTo = null, aliases = [], parentId = null } = unit;
  return db.unit.create({
    data: {
      code: unit.code ?? randomUUID(),
      name,
      shortName: name,
      aliases,
      kindCode,
      parentId,
      validFrom: new Date(validFrom),
      validTo: validTo ? new Date(validTo) : null,
    },
  });
}

export function aGroupOf({ kindCodes, unitIds }: { kindCodes: string[]; unitIds: string[] }) {
  return db.recipientGroup.create({
    data: {
      name: `Nhóm ${randomUUID()}`,
      kindCodes,
      units: { connect: unitIds.map((id) => ({ id })) },
    },
  });
}

export async function auditEntriesOf(subjectId: string) {
  return db.auditEntry.findMany({ where: { subjectId }, orderBy: [{ at: "asc" }, { seq: "asc" }] });
}
