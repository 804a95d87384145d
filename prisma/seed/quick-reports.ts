import { randomUUID } from "node:crypto";
import { systemActor } from "@/lib/auth/system-actor";
import { db } from "@/lib/db";
import { watchQuickReports } from "@/lib/duty/quick-reports/asking/commands";
import { fileQuickReport } from "@/lib/duty/quick-reports/commands";
import { factWords } from "@/lib/duty/quick-reports/labels";
import { draftQuickReport, findQuickReport } from "@/lib/duty/quick-reports/queries";
import { happenings } from "@/lib/duty/quick-reports/rules";
import { saveReportTimes } from "@/lib/duty/quick-reports/times/commands";
import { env } from "@/lib/env";
import { formatTime, now, setClock } from "@/lib/time";
import { actorOf } from "./directives";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** Who reported at the hour that has just passed, and how many minutes late; Viettel did not. */
const reporters: [username: string, late: number][] = [
  ["xa-yenbinh-truc", -25],
  ["congan", -40],
  ["vanphong", -12],
  ["vnpt", -5],
  ["giaoduc", -18],
  ["thitran", 25],
];

/** The running campaign asks twice a day: one time has passed, the next is near. */
export async function seedQuickReports() {
  if ((await db.quickReportPlan.count()) > 0) return;
  const campaign = await db.campaign.findFirst({
    where: { openedAt: { not: null }, startsAt: { lte: now() }, endsAt: { gt: now() } },
    select: { id: true },
    orderBy: { startsAt: "desc" },
  });
  if (!campaign) return;
  const today = now();
  const hour = Math.floor(today.getTime() / HOUR) * HOUR;
  const passed = new Date(hour - HOUR);
  const times = [passed, new Date(hour + 2 * HOUR)].map(formatTime).sort();
  try {
    setClock(new Date(today.getTime() - 20 * HOUR).toISOString());
    await saveReportTimes(await actorOf("chuyenvien"), {
      campaignId: campaign.id,
      version: 0,
      times,
    });
    for (const [username, late] of reporters) {
      await report(username, { campaignId: campaign.id, dueAt: passed, late });
    }
  } finally {
    setClock(env.DISTRICT_CLOCK);
  }
  await watchQuickReports(systemActor);
}

type Filing = { campaignId: string; dueAt: Date; late: number };

async function report(username: string, { campaignId, dueAt, late }: Filing) {
  const actor = await actorOf(username);
  const owed = await db.quickReport.findFirst({
    where: { unitId: actor.unitId, campaignId, dueAt },
    select: { id: true },
  });
  if (!owed) return;
  setClock(new Date(dueAt.getTime() + late * MINUTE).toISOString());
  const found = await findQuickReport(actor, owed.id);
  const draft = found && (await draftQuickReport(actor, found));
  if (!draft) return;
  const quiet = happenings(draft.facts) === 0 && draft.situation === "";
  await fileQuickReport(actor, {
    reportId: owed.id,
    requestId: randomUUID(),
    edition: 0,
    kind: quiet ? "nil" : "report",
    // What happened may be in no log: an incident stands for itself.
    situation: draft.situation || (quiet ? "" : `Trong kỳ có ${factWords(draft.facts)}.`),
    openPoints: draft.openPoints,
    proposals: quiet
      ? ""
      : "Đề nghị huyện gửi mẫu tin cảnh báo lừa đảo để phát trên loa truyền thanh.",
    reason: "",
  });
}
