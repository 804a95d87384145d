import type { HomeActions } from "@/components/overview/unit-home";
import { notApplicableAction } from "./advisories/actions";
import { repeatActivityAction } from "./awareness/actions";
import { fileInfrastructureAction } from "./complaints/infrastructure/actions";
import { acknowledgeSourceWarningAction } from "./complaints/sources/actions";
import { fileQuickReportAction } from "./duty/reports/actions";
import { approveSwapAction, consentSwapAction } from "./duty/swap-actions";
import { checkInAction, handOverAction, writeLogAction } from "./duty/watch-actions";
import { finishTaskAction } from "./incidents/[id]/actions";
import { acknowledgeWarningAction } from "./incidents/warnings/actions";
import { dismissNoticeAction, dismissReminderAction } from "./notice-actions";

/** The same on the home page of each group. */
export const homeActions: HomeActions = {
  watch: { checkIn: checkInAction, writeLog: writeLogAction, handOver: handOverAction },
  today: {
    fileQuickReport: fileQuickReportAction,
    notApplicable: notApplicableAction,
    acknowledgeWarning: acknowledgeWarningAction,
    acknowledgeSourceWarning: acknowledgeSourceWarningAction,
    finishTask: finishTaskAction,
    consentSwap: consentSwapAction,
    approveSwap: approveSwapAction,
    fileInfrastructure: fileInfrastructureAction,
  },
  repeatActivity: repeatActivityAction,
  dismissNotice: dismissNoticeAction,
  dismissReminder: dismissReminderAction,
};
