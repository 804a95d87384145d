import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { db } from "@/lib/db";
import { search } from "@/lib/search/queries";
import { searchFilterSchema } from "@/lib/search/schema";
import { now } from "@/lib/time";
import { aDistrict, type District } from "@/tests/support/district";

const found = async (actor: District["lead"], q: string, more: Record<string, string> = {}) => {
  const filter = searchFilterSchema.parse({ q, ...more });
  const { groups } = await search(actor, filter, { each: 5, texts: "titles" });
  return Object.fromEntries(
    groups
      .filter(({ kind }) => kind === "advisory" || kind === "message")
      .map(({ kind, hits }) => [kind, hits.map(({ id }) => id)]),
  );
};

async function aLibrary() {
  const district = await aDistrict();
  const mark = randomUUID().slice(0, 8);
  const [sent, draft, message, retired] = Array.from({ length: 4 }, () => randomUUID());
  const advisory = {
    issuer: "Sở TTTT",
    subject: `Lỗ hổng nghiêm trọng ${mark}`,
    edition: 1,
    createdAt: now(),
    createdById: district.officer.userId,
    createdBy: district.officer.fullName,
  };
  await db.advisory.create({
    data: {
      ...advisory,
      id: sent ?? "",
      sentAt: now(),
      dueAt: now(),
      items: {
        create: [
          { position: 0, cveId: "CVE-2025-4321", product: `Máy chủ ${mark}`, severity: "high" },
        ],
      },
      handlings: { create: [{ unitId: district.lead.unitId, dueAt: now() }] },
    },
  });
  await db.advisory.create({ data: { ...advisory, id: draft ?? "", edition: 0 } });
  const words = { topic: "Giả danh công an", summary: "Không ai thu phí.", body: mark, advice: "" };
  const edited = { editedAt: now(), editedBy: "Huyện" };
  await db.awarenessMessage.createMany({
    data: [
      { id: message ?? "", title: "Cuộc gọi giả danh", ...words, ...edited },
      { id: retired ?? "", title: "Tin cũ", ...words, ...edited, retiredAt: now() },
    ],
  });
  return { district, mark, sent, draft, message, retired };
}

test("a unit finds the warning sent to it and the messages in use; the district its drafts too", async () => {
  const { district, mark, sent, draft, message, retired } = await aLibrary();
  expect(await found(district.lead, mark)).toEqual({ advisory: [sent], message: [message] });
  expect(await found(district.otherLead, mark)).toEqual({ advisory: [], message: [message] });
  expect(await found(district.observer, mark)).toEqual({ advisory: [sent], message: [message] });
  const all = await found(district.officer, mark);
  expect(all.advisory?.toSorted()).toEqual([sent, draft].toSorted());
  expect(all.message).toEqual([message, retired]);
});

test("by number of the vulnerability, without marks, all words at once, and within days", async () => {
  const { district, mark, sent, message } = await aLibrary();
  expect((await found(district.lead, `CVE-2025-4321 ${mark}`)).advisory).toEqual([sent]);
  expect((await found(district.lead, `lo hong ${mark}`)).advisory).toEqual([sent]);
  expect((await found(district.lead, `gia danh ${mark}`)).message).toEqual([message]);
  expect(await found(district.lead, `khongco ${mark}`)).toEqual({ advisory: [], message: [] });
  expect(await found(district.lead, mark, { to: "2020-01-01" })).toEqual({
    advisory: [],
    message: [],
  });
  expect(await found(district.lead, mark, { unit: "UBND xã" })).toEqual({
    advisory: [],
    message: [],
  });
});
