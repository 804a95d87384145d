import "server-only";

import { recordAudit } from "@/lib/audit/record";
import type { Actor } from "@/lib/auth/actor";
import { inTransaction, type Transaction } from "@/lib/db";
import { extractText } from "@/lib/documents/extraction/rules";
import { Refusal, refuseUnless } from "@/lib/errors";
import { matchProduct } from "@/lib/inventory/products/rules";
import { now } from "@/lib/time";
import { canIssueAdvisory } from "../policy";
import { readAdvisory, TEXT_LIMIT } from "../reading/rules";
import { INDICATORS_LIMIT, ITEMS_LIMIT } from "../schema";
import type { CreateAdvisory, DiscardAdvisory } from "./schema";

/** What was pasted or loaded, read and kept as a draft: the officer looks it through before it goes out. */
export async function createAdvisory(actor: Actor, input: CreateAdvisory) {
  refuseUnless(canIssueAdvisory(actor), "Chỉ huyện nhập cảnh báo.");
  const read = await readSource(input);
  return inTransaction(async (tx) => {
    const { advisoryId: id } = input;
    const { items, indicators, ...head } = read;
    const made = await tx.advisory.createMany({
      data: [
        { id, ...head, createdAt: now(), createdById: actor.userId, createdBy: actor.fullName },
      ],
      skipDuplicates: true,
    });
    if (made.count === 0) return { id };
    await writeItems(tx, id, await recognised(tx, items));
    await writeIndicators(tx, id, indicators);
    await recordAudit(tx, actor, {
      action: "advisory.create",
      subject: { type: "advisory", id },
      after: { ...head, items, indicators },
      details: { number: head.number, subject: head.subject, items: items.length },
    });
    return { id };
  });
}

async function readSource({ text, file, csaf }: CreateAdvisory) {
  if (csaf) {
    // Loaded when it is needed: the standard's tests are heavy.
    const { readCsaf } = await import("../csaf/rules");
    const { items, issuedOn, ...head } = await readCsaf(new Uint8Array(await csaf.arrayBuffer()));
    return {
      ...head,
      issuedOn: dayOf(issuedOn),
      sourceName: csaf.name.slice(0, 200),
      items,
      indicators: [],
    };
  }
  const source = file
    ? await extractText({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })
    : text;
  const { issuedOn, items, indicators, ...head } = readAdvisory(source);
  return {
    ...head,
    issuedOn: dayOf(issuedOn),
    sourceText: source.slice(0, TEXT_LIMIT).replaceAll("\0", ""),
    sourceName: file?.name.slice(0, 200) ?? "",
    items: items.slice(0, ITEMS_LIMIT).map((item) => ({ ...item, exploited: false, fix: "" })),
    indicators: indicators.slice(0, INDICATORS_LIMIT),
  };
}

const dayOf = (day: string | null) => (day ? new Date(`${day}T00:00:00Z`) : null);

export type NewItem = {
  cveId: string | null;
  product: string;
  productId: string | null;
  severity: "low" | "medium" | "high" | "critical";
  exploited: boolean;
  fix: string;
};

async function recognised(tx: Transaction, items: Omit<NewItem, "productId">[]) {
  const products = await tx.product.findMany({
    where: { retiredAt: null },
    select: { id: true, name: true, aliases: true },
    take: 500,
  });
  return items.map((item) => ({ ...item, productId: matchProduct(item.product, products) }));
}

/** Replaces all items; what the catalogue knows to be exploited is marked, whoever says otherwise. */
export async function writeItems(tx: Transaction, advisoryId: string, items: NewItem[]) {
  const cves = items.flatMap(({ cveId }) => cveId ?? []);
  const [listed, before] = await Promise.all([
    tx.knownExploited.findMany({ where: { cveId: { in: cves } }, select: { cveId: true } }),
    tx.advisoryItem.findMany({
      where: { advisoryId, knownExploitedAt: { not: null } },
      select: { cveId: true, product: true, knownExploitedAt: true },
    }),
  ]);
  const exploited = new Set(listed.map(({ cveId }) => cveId));
  const at = now();
  const since = (item: NewItem) =>
    before.find(({ cveId, product }) => cveId === item.cveId && product === item.product)
      ?.knownExploitedAt ?? at;
  await tx.advisoryItem.deleteMany({ where: { advisoryId } });
  await tx.advisoryItem.createMany({
    data: items.map(({ exploited: told, ...item }, position) => ({
      ...item,
      advisoryId,
      position,
      knownExploitedAt:
        told || (item.cveId && exploited.has(item.cveId))
          ? since({ ...item, exploited: told })
          : null,
    })),
  });
}

export async function writeIndicators(
  tx: Transaction,
  advisoryId: string,
  indicators: { kind: "ip" | "domain" | "url" | "hash" | "phone" | "account"; value: string }[],
) {
  await tx.advisoryIndicator.deleteMany({ where: { advisoryId } });
  await tx.advisoryIndicator.createMany({
    data: indicators.map((indicator, position) => ({ advisoryId, ...indicator, position })),
  });
}

export async function discardAdvisory(actor: Actor, { advisoryId: id }: DiscardAdvisory) {
  refuseUnless(canIssueAdvisory(actor), "Chỉ huyện bỏ dự thảo cảnh báo.");
  await inTransaction(async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM "Advisory" WHERE id = ${id}::uuid FOR UPDATE`;
    const draft = await tx.advisory.findFirst({ where: { id, edition: 0 } });
    if (!draft) throw new Refusal("not-found", "Không tìm thấy dự thảo này.");
    await deleteDraft(tx, id);
    await recordAudit(tx, actor, {
      action: "advisory.discard",
      subject: { type: "advisory", id },
      before: draft,
      details: { number: draft.number, subject: draft.subject },
    });
  });
}

export async function deleteDraft(tx: Transaction, id: string) {
  await tx.advisoryItem.deleteMany({ where: { advisoryId: id } });
  await tx.advisoryIndicator.deleteMany({ where: { advisoryId: id } });
  await tx.advisory.delete({ where: { id, edition: 0 }, select: { id: true } });
}
