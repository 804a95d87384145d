import { randomUUID } from "node:crypto";
import { db } from "@/lib/db";
import { buildSynthesis, signSynthesis, submitSynthesis } from "@/lib/reports/synthesis/commands";
import { isoDay, now } from "@/lib/time";
import { actorOf } from "./directives";

const DAY = 24 * 3_600_000;

/** The district told the province of two days of the running campaign: one is signed, one waits. */
export async function seedReports() {
  if ((await db.synthesis.count()) > 0) return;
  const campaign = await db.campaign.findFirst({
    where: { openedAt: { not: null }, startsAt: { lte: now() }, endsAt: { gt: now() } },
    select: { id: true, startsAt: true },
    orderBy: { startsAt: "desc" },
  });
  if (!campaign) return;
  const officer = await actorOf("chuyenvien");
  const leader = await actorOf("lanhdao");
  for (const daysAgo of [2, 1]) {
    const day = isoDay(new Date(now().getTime() - daysAgo * DAY));
    if (day < isoDay(campaign.startsAt)) continue;
    const { id } = await buildSynthesis(officer, {
      requestId: randomUUID(),
      kind: "daily",
      campaignId: campaign.id,
      day,
      comparedId: null,
    });
    const seen = { synthesisId: id, edition: 1 };
    if (daysAgo === 1) await submitSynthesis(officer, seen);
    else await signSynthesis(leader, { ...seen, number: 41, issuedOn: isoDay(now()) });
  }
}
