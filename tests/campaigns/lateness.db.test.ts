import { expect, test } from "vitest";
import { giveReason } from "@/lib/campaigns/lateness/commands";
import { listLate, listReasons, summariseLate } from "@/lib/campaigns/lateness/queries";
import { db } from "@/lib/db";
import { aDistrict, anIssuedDirective, auditOf } from "../support/district";
import { aCampaign } from "../support/duty";

/** A directive whose watch was due on 20/01/2025 for three communes, and a quick report that never came. */
async function aLateCampaign() {
  const district = await aDistrict();
  const campaign = await aCampaign(district);
  const { id } = await anIssuedDirective(district);
  await db.directive.update({ where: { id }, data: { campaignId: campaign.id } });
  await db.quickReport.create({
    data: {
      unitId: district.communes[1].id,
      campaignId: campaign.id,
      dueAt: new Date("2025-01-28T00:00:00Z"),
    },
  });
  return { district, campaign };
}

test("what came late is computed, and its reason is kept for the next campaign", async () => {
  const { district, campaign } = await aLateCampaign();
  const { officer, secondOfficer, lead } = district;
  const found = await listLate(officer, campaign.id, { page: 1 });
  expect(found?.rows.map(({ kind }) => kind).sort()).toEqual([
    ...Array(3).fill("assignment"),
    "quick_report",
  ]);
  expect(await listLate(lead, campaign.id, { page: 1 })).toBeNull();

  const [first] = found?.rows ?? [];
  if (!first) throw new Error("something is late");
  const reason = {
    campaignId: campaign.id,
    kind: first.kind,
    subjectId: first.subjectId,
    version: 0,
    text: "Xã mất điện hai ngày.",
  };
  await expect(giveReason(lead, reason)).rejects.toThrow("cán bộ của huyện");
  await giveReason(officer, reason);
  await expect(giveReason(secondOfficer, reason)).rejects.toThrow("Đồng nghiệp vừa ghi");
  expect(await listReasons(officer, campaign.id)).toEqual([
    { kind: first.kind, text: reason.text, times: 1 },
  ]);
  expect(await auditOf(campaign.id)).toContain("campaign.late-reason");
  const summary = await summariseLate(officer, campaign.id);
  expect(summary.reduce((sum, { reasoned }) => sum + reasoned, 0)).toBe(1);
});

test("a thing of another campaign is not found in this one", async () => {
  const { campaign, district } = await aLateCampaign();
  const other = await aLateCampaign();
  const found = await listLate(other.district.officer, other.campaign.id, { page: 1 });
  const foreign = found?.rows[0];
  if (!foreign) throw new Error("something is late");
  await expect(
    giveReason(district.officer, {
      campaignId: campaign.id,
      kind: foreign.kind,
      subjectId: foreign.subjectId,
      version: 0,
      text: "Nhầm đợt",
    }),
  ).rejects.toThrow("Không tìm thấy");
});
