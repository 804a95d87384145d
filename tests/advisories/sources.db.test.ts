import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createAdvisory } from "@/lib/advisories/drafts/commands";
import { findAdvisoryDraft } from "@/lib/advisories/drafts/queries";
import { answerAdvisory } from "@/lib/advisories/handling/commands";
import { saveAdvisory } from "@/lib/advisories/sending/commands";
import { isNewerVersion } from "@/lib/advisories/sending/rules";
import { db } from "@/lib/db";
import { writeDocument } from "@/lib/documents/official/rules";
import type { OfficialDocument } from "@/lib/documents/official/schema";
import { aForm, declare, handlingOf, nobody, productNamed, seen } from "@/tests/support/advisories";
import { aCsafDocument } from "@/tests/support/csaf";
import { aDistrict, auditOf, type District } from "@/tests/support/district";

const asPaper = (lines: string[]): OfficialDocument => ({
  title: "Cảnh báo",
  issuer: "Cục An toàn thông tin",
  number: 77,
  symbol: "CATTT-NCSC",
  place: "Hà Nội",
  date: "2025-01-20",
  type: null,
  subject: "cảnh báo lỗ hổng",
  addressees: ["Các cơ quan"],
  body: lines.map((text) => ({ kind: "paragraph", text })),
  closed: false,
  copies: ["Lưu: VT."],
  signatures: [{ authority: ["KT. CỤC TRƯỞNG"], name: "Trần Quang Hưng" }],
  annexes: [],
});

const letter = (mark: string) => [
  `Cảnh báo lỗ hổng trong sản phẩm phổ biến ${mark}`,
  "CVE-2025-30001 trong MikroTik RouterOS, mức Nghiêm trọng",
  "CVE-2025-30002 trong Windows 10, mức Cao",
  "Máy chủ điều khiển: 45.148.10[.]77, tên miền ban-va-gia[.]top",
];

describe("a warning that comes as a file", () => {
  test.each(["docx", "pdf"] as const)(
    "as .%s gives what the same text pasted gives",
    async (form) => {
      const { officer } = await aDistrict();
      const lines = letter(randomUUID().slice(0, 8));
      const bytes = await writeDocument(asPaper(lines), form);
      const fromFile = randomUUID();
      const file = new File([new Uint8Array(bytes)], `canh-bao.${form}`);
      await createAdvisory(officer, { advisoryId: fromFile, text: "", file, csaf: undefined });
      const pasted = randomUUID();
      const text = lines.join("\n");
      await createAdvisory(officer, { advisoryId: pasted, text, file: undefined, csaf: undefined });

      const [read, same] = await Promise.all([contentOf(fromFile), contentOf(pasted)]);
      expect(read.items).toEqual(same.items);
      expect(read.items.map(({ cveId }) => cveId)).toEqual(["CVE-2025-30001", "CVE-2025-30002"]);
      expect(read.indicators).toEqual(same.indicators);
      expect(read.indicators).toHaveLength(2);
      expect(read.sourceName).toBe(`canh-bao.${form}`);
      expect(await auditOf(fromFile)).toEqual(["advisory.create"]);
    },
  );

  test("that cannot be read is refused in words, and leaves nothing", async () => {
    const { officer } = await aDistrict();
    const advisoryId = randomUUID();
    const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 1]);
    const image = { advisoryId, text: "", file: new File([png], "chup.pdf"), csaf: undefined };
    await expect(createAdvisory(officer, image)).rejects.toMatchObject({
      reason: "invalid",
      message: expect.stringContaining("Tệp là ảnh"),
    });
    const broken = new File(['{"document": {}}'], "csaf.json");
    const csaf = { advisoryId, text: "", file: undefined, csaf: broken };
    await expect(createAdvisory(officer, csaf)).rejects.toThrow(/\/document/);
    expect(await db.advisory.count({ where: { id: advisoryId } })).toBe(0);
  });
});

describe("a CSAF file of a document that was sent before", () => {
  test("becomes its next edition, asks again whom it concerns, and leaves no draft behind", async () => {
    const district = await aDistrict();
    const id = `MT-SA-${randomUUID().slice(0, 8)}`;
    const sent = await fromCsaf(district, aCsafDocument({ id }));
    await declare(district.lead, [await productNamed("MikroTik")]);
    await answerAdvisory(district.lead, {
      ...(await seen(sent, district.lead)),
      ...nobody,
      state: "done",
      ...{ total: 3, affected: 1, patched: 1, mitigated: 0 },
    });

    const next = aCsafDocument({ id, version: "2" });
    const [hole] = next.vulnerabilities;
    if (hole) next.vulnerabilities.push({ ...structuredClone(hole), cve: "CVE-2025-10002" });
    const second = randomUUID();
    await load(district, second, next);
    expect((await findAdvisoryDraft(district.officer, second))?.continued).toMatchObject({
      id: sent,
    });
    const outcome = await sendDraft(district, second);

    expect(outcome).toMatchObject({ id: sent, sent: true, reopened: 1 });
    expect(await db.advisory.count({ where: { csafId: id } })).toBe(1);
    expect(await db.advisory.findUniqueOrThrow({ where: { id: sent } })).toMatchObject({
      edition: 2,
      csafVersion: "2",
    });
    expect(await handlingOf(sent, district.lead)).toMatchObject({ state: "unseen", patched: 1 });
    expect(await auditOf(sent)).toContain("advisory.reissue");
  });

  test("is refused when it is no newer, and the draft stays", async () => {
    const district = await aDistrict();
    const id = `MT-SA-${randomUUID().slice(0, 8)}`;
    await fromCsaf(district, aCsafDocument({ id, version: "2" }));
    const again = randomUUID();
    await load(district, again, aCsafDocument({ id, version: "1" }));
    await expect(sendDraft(district, again)).rejects.toThrow(/Bản 2 của .* đã phát/);
    expect(await db.advisory.count({ where: { id: again, edition: 0 } })).toBe(1);
  });

  test("versions are ordered as numbers, not as words", () => {
    expect(isNewerVersion("10", "9")).toBe(true);
    expect(isNewerVersion("1.10.0", "1.9.3")).toBe(true);
    expect(isNewerVersion("2.0.0", "2.0.0-rc.1")).toBe(false);
    const version = fc.tuple(fc.nat(99), fc.nat(99), fc.nat(99));
    fc.assert(
      fc.property(version, version, (one, other) => {
        const [a, b] = [one.join("."), other.join(".")];
        expect(isNewerVersion(a, b) && isNewerVersion(b, a)).toBe(false);
        expect(isNewerVersion(a, b) || isNewerVersion(b, a)).toBe(a !== b);
      }),
    );
  });
});

async function contentOf(id: string) {
  const { items, indicators, sourceName } = await db.advisory.findUniqueOrThrow({
    where: { id },
    include: {
      items: {
        select: { cveId: true, product: true, productId: true, severity: true },
        orderBy: { position: "asc" },
      },
      indicators: { select: { kind: true, value: true }, orderBy: { position: "asc" } },
    },
  });
  return { items, indicators, sourceName };
}

function load({ officer }: District, advisoryId: string, doc: object) {
  const csaf = new File([JSON.stringify(doc)], "csaf.json");
  return createAdvisory(officer, { advisoryId, text: "", file: undefined, csaf });
}

/** What the officer sends who changes nothing of what was read. */
async function sendDraft(district: District, advisoryId: string) {
  const { version, issuer, subject, items } = await db.advisory.findUniqueOrThrow({
    where: { id: advisoryId },
    include: { items: { orderBy: { position: "asc" } } },
  });
  const form = aForm(district, {
    advisoryId,
    version,
    issuer,
    subject,
    items: items.map(({ cveId, product, productId, severity, knownExploitedAt, fix }) => ({
      ...{ cveId, product, productId, severity, fix },
      exploited: knownExploitedAt !== null,
    })),
  });
  return saveAdvisory(district.officer, form);
}

async function fromCsaf(district: District, doc: object) {
  const advisoryId = randomUUID();
  await load(district, advisoryId, doc);
  await sendDraft(district, advisoryId);
  return advisoryId;
}
