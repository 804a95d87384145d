import { describe, expect, test } from "vitest";
import {
  canCloseCampaign,
  canDiscardCampaign,
  canEditCampaign,
  canManageCampaignRules,
  canOpenCampaign,
  canPlanCampaign,
  canRecordLesson,
  canReopenCampaign,
  canSeeCampaignRules,
} from "@/lib/campaigns/policy";
import {
  aDistrictLeader,
  aDistrictOfficer,
  anAdministrator,
  anObserver,
  aUnitLead,
} from "@/tests/support/actors";

const at = new Date("2025-01-10");
const planned = { openedAt: null, closedAt: null };
const running = { openedAt: at, closedAt: null };
const closed = { openedAt: at, closedAt: at };
const readers = [anObserver(), aUnitLead(), anAdministrator()];

describe("campaigns", () => {
  test("are the district's to plan, open, close and learn from", () => {
    for (const actor of [aDistrictOfficer(), aDistrictLeader()]) {
      expect(canPlanCampaign(actor)).toBe(true);
      expect(canRecordLesson(actor)).toBe(true);
      expect([planned, running, closed].map((one) => canEditCampaign(actor, one))).toEqual([
        true,
        true,
        false,
      ]);
      expect([planned, running, closed].map((one) => canOpenCampaign(actor, one))).toEqual([
        true,
        false,
        false,
      ]);
      expect([planned, running, closed].map((one) => canCloseCampaign(actor, one))).toEqual([
        false,
        true,
        false,
      ]);
      expect([planned, running, closed].map((one) => canReopenCampaign(actor, one))).toEqual([
        false,
        false,
        true,
      ]);
      expect([planned, running, closed].map((one) => canDiscardCampaign(actor, one))).toEqual([
        true,
        false,
        false,
      ]);
    }
  });

  test("are read, not changed, by everyone else", () => {
    for (const actor of readers) {
      expect(canPlanCampaign(actor)).toBe(false);
      expect(canRecordLesson(actor)).toBe(false);
      for (const one of [planned, running, closed]) {
        expect(canEditCampaign(actor, one) || canOpenCampaign(actor, one)).toBe(false);
        expect(canCloseCampaign(actor, one) || canDiscardCampaign(actor, one)).toBe(false);
      }
    }
  });

  test("templates, days off and deadline rules are the administrator's; officers plan with them", () => {
    expect(canManageCampaignRules(anAdministrator())).toBe(true);
    expect(canManageCampaignRules(aDistrictOfficer())).toBe(false);
    expect(canSeeCampaignRules(aDistrictOfficer())).toBe(true);
    expect(canSeeCampaignRules(aUnitLead())).toBe(false);
  });
});
