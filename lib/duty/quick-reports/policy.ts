import { type Actor, isUnitMember } from "@/lib/auth/actor";
import { canSteerDuty, visibleDuty } from "../policy";

/** Whoever works in the unit may report for it: at four in the morning the one who is there. */
export const canFileQuickReport = (actor: Actor, report: { unitId: string }) =>
  isUnitMember(actor) && actor.unitId === report.unitId;

/** The district asks, and at what times of day. */
export const canSetReportTimes = canSteerDuty;

export const visibleQuickReports = visibleDuty;
