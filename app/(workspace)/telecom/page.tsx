import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { TelcoHome } from "@/components/complaints/telco-home";
import { UnitHome } from "@/components/overview/unit-home";
import { requireActor } from "@/lib/auth/session";
import { findTelcoHome } from "@/lib/complaints/figures/queries";
import { findUnitHome } from "@/lib/overview/queries";
import { notApplicableAction } from "../advisories/actions";
import { repeatActivityAction } from "../awareness/actions";
import { fileQuickReportAction } from "../duty/reports/actions";
import { checkInAction, handOverAction, writeLogAction } from "../duty/watch-actions";
import { acknowledgeWarningAction } from "../incidents/warnings/actions";
import { dismissNoticeAction, dismissReminderAction } from "../notice-actions";

export const metadata: Metadata = { title: "Viễn thông" };

export default async function TelecomPage() {
  const actor = await requireActor();
  const [home, complaints] = await Promise.all([
    findUnitHome(actor, "telecom"),
    findTelcoHome(actor),
  ]);
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
    >
      {complaints ? <TelcoHome home={complaints} /> : null}
    </UnitHome>
  );
}
