import { type Actor, isDistrict } from "@/lib/auth/actor";
import { canMakeRoster } from "../policy";
import type { RosterState } from "./schema";

type Roster = { unitId: string; state: RosterState };

/** Plans freely: while it is a draft nothing needs a reason. */
export const canPlanRoster = (actor: Actor, roster: Roster) =>
  canMakeRoster(actor, roster) && roster.state === "draft";

/** Changes shifts: in a draft at will, once published with a reason and an edition of its own. */
export const canChangeShifts = (actor: Actor, roster: Roster) =>
  canMakeRoster(actor, roster) && roster.state !== "submitted";

export const canPublishRoster = (actor: Actor, roster: Roster) =>
  canMakeRoster(actor, roster) && roster.state !== "published";

export const canWithdrawRoster = (actor: Actor, roster: Roster) =>
  canMakeRoster(actor, roster) && roster.state === "submitted";

export const canReturnRoster = (actor: Actor, roster: Roster) =>
  isDistrict(actor) && roster.state === "submitted";
