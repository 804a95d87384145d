import { type Actor, isDistrict } from "@/lib/auth/actor";
import type { Prisma } from "@/lib/db";
import type { Lived } from "./rules";

/** Everyone is part of a campaign: what it is and when concerns every unit, also before it opens. */
export function visibleCampaigns(_actor: Actor): Prisma.CampaignWhereInput {
  return {};
}

/** Days off are public. */
export function visibleHolidays(_actor: Actor): Prisma.PublicHolidayWhereInput {
  return {};
}

export const canPlanCampaign = (actor: Actor) => isDistrict(actor);

export const canEditCampaign = (actor: Actor, campaign: Lived) =>
  isDistrict(actor) && campaign.closedAt === null;

export const canOpenCampaign = (actor: Actor, campaign: Lived) =>
  isDistrict(actor) && campaign.openedAt === null;

export const canCloseCampaign = (actor: Actor, campaign: Lived) =>
  isDistrict(actor) && campaign.openedAt !== null && campaign.closedAt === null;

export const canReopenCampaign = (actor: Actor, campaign: Lived) =>
  isDistrict(actor) && campaign.closedAt !== null;

export const canDiscardCampaign = (actor: Actor, campaign: Lived) =>
  isDistrict(actor) && campaign.openedAt === null;

/** What was learned is often written down after the end. */
export const canRecordLesson = (actor: Actor) => isDistrict(actor);

/** Templates, public holidays and deadline rules. */
export const canManageCampaignRules = (actor: Actor) => actor.role === "administrator";

/** The officer plans with them, the administrator looks after them. */
export const canSeeCampaignRules = (actor: Actor) =>
  canPlanCampaign(actor) || canManageCampaignRules(actor);
