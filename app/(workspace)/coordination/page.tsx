import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { UnitHome } from "@/components/overview/unit-home";
import { requireActor } from "@/lib/auth/session";
import { findUnitHome } from "@/lib/overview/queries";
import { notApplicableAction } from "../advisories/actions";
import { repeatActivityAction } from "../awareness/actions";
import { fileQuickReportAction } from "../duty/reports/actions";
import { checkInAction, handOverAction, writeLogAction } from "../duty/watch-actions";
import { acknowledgeWarningAction } from "../incidents/warnings/actions";
import { dismissNoticeAction, dismissReminderAction } from "../notice-actions";

export const metadata: Metadata = { title: "Phối hợp" };

export default async function CoordinationPage() {
  const home = await findUnitHome(await requireActor(), "coordination");
  if (!home) notFound();
  return (
    <UnitHome
      {...home}
      watchActions={{
        checkIn: checkInAction,
        writeLog: writeLogAction,
        handOver: handOverAction,
      }}
      repeatActivity={repeatActivityAction}
      fileQuickReport={fileQuickReportAction}
      notApplicable={notApplicableAction}
      acknowledgeWarning={acknowledgeWarningAction}
      dismissNotice={dismissNoticeAction}
      dismissReminder={dismissReminderAction}
    />
  );
}
