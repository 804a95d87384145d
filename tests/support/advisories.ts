import { randomUUID } from "node:crypto";
import { createAdvisory } from "@/lib/advisories/drafts/commands";
import type { SaveAdvisory } from "@/lib/advisories/drafts/schema";
import { saveAdvisory } from "@/lib/advisories/sending/commands";
import type { Actor } from "@/lib/auth/actor";
import { db } from "@/lib/db";
import { saveInventory } from "@/lib/inventory/commands";
import { now } from "@/lib/time";
import { aDistrict, type District } from "./district";

export const DAY = 86_400_000;
export const inDays = (days: number) => new Date(now().getTime() + days * DAY);

export async function productNamed(name: string) {
  return (await db.product.findUniqueOrThrow({ where: { name } })).id;
}

export const anItem = (overrides: Partial<SaveAdvisory["items"][number]> = {}) => ({
  cveId: `CVE-2025-${Math.floor(Math.random() * 9_000_000) + 10_000}`,
  product: "MikroTik RouterOS",
  productId: null,
  severity: "high" as const,
  exploited: false,
  fix: "Cập nhật",
  ...overrides,
});

/** What the form of an advisory sends. */
export function aForm(district: District, overrides: Partial<SaveAdvisory> = {}): SaveAdvisory {
  return {
    advisoryId: randomUUID(),
    version: 1,
    intent: "send",
    issuer: "Cục ATTT",
    number: "56/CATTT-NCSC",
    issuedOn: new Date("2025-01-15"),
    subject: "Lỗ hổng RouterOS",
    rhythm: "weekly",
    dueAt: inDays(5),
    request: "",
    kindCodes: [district.kindCode],
    items: [anItem()],
    indicators: [],
    reason: "",
    ...overrides,
  };
}

/** Pasted, looked through and sent to the three communes. */
export async function aSentAdvisory(district: District, overrides: Partial<SaveAdvisory> = {}) {
  const form = aForm(district, overrides);
  await createAdvisory(district.officer, {
    advisoryId: form.advisoryId,
    text: "Cảnh báo",
    file: undefined,
    csaf: undefined,
  });
  await saveAdvisory(district.officer, form);
  return form;
}

export const handlingOf = (advisoryId: string, { unitId }: Actor) =>
  db.advisoryHandling.findUniqueOrThrow({ where: { advisoryId_unitId: { advisoryId, unitId } } });

export async function seen(advisoryId: string, actor: Actor) {
  const { version } = await handlingOf(advisoryId, actor);
  return { advisoryId, version, requestId: randomUUID() };
}

export async function declare(actor: Actor, productIds: string[], workstations = 40) {
  await saveInventory(actor, {
    unitId: actor.unitId,
    version: 0,
    servers: 2,
    workstations,
    networkDevices: 3,
    productIds,
    otherProducts: "",
    note: "",
  });
}

/** Campaigns that a file leaves open would stand in the lists and at the gates of the next one. */
export const closeCampaigns = () =>
  db.campaign.updateMany({
    where: { openedAt: { not: null }, closedAt: null },
    data: { closedAt: now() },
  });

export const nobody = { ownerName: "", ownerPhone: "", note: "", files: [] };

export { aDistrict };
