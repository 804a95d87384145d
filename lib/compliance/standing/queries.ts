import "server-only";

import { cache } from "react";
import type { Actor } from "@/lib/auth/actor";
import { db, Prisma } from "@/lib/db";
import { isoDay, now } from "@/lib/time";
import { figuresSchema } from "../figures/schema";
import { judgedLines } from "../measures/queries";
import { canSeePicture } from "../policy";
import { emptySpread, instantOf, type Spread } from "../rules";
import type { PictureFilter, Verdict } from "../schema";

/** More than this wait for the next tick rather than be measured while somebody waits for a page. */
const TOUCHED = 400;

export type PictureCampaign = { id: string; name: string; startsAt: Date; endsAt: Date };

/** Campaigns that have begun: those that run first, then the latest. */
export async function listMeasuredCampaigns(actor: Actor) {
  return canSeePicture(actor) ? readBegun() : [];
}

// What several parts of a page stand on is read once for the page, and so is the same for each.
const readBegun = cache(
  async () => db.$queryRaw<PictureCampaign[]>`
    SELECT id, name, "startsAt", "endsAt" FROM "Campaign"
    WHERE "openedAt" IS NOT NULL AND "startsAt" <= ${now()}::timestamptz
    ORDER BY "endsAt" > ${now()}::timestamptz DESC, "startsAt" DESC, id LIMIT 6`,
);

/**
 * Which picture a filter means: the campaign, the day, and whether it is the one of now, to which
 * the units that changed since it was measured are still to be added. Null while there is none.
 */
export async function findStanding(actor: Actor, { dot, ngay }: PictureFilter) {
  const [campaigns, changed] = await Promise.all([listMeasuredCampaigns(actor), listTouched()]);
  const campaign = campaigns.find(({ id }) => id === dot) ?? campaigns[0];
  if (!campaign) return null;
  const days = await listDays(campaign.id);
  const day = days.find((one) => one.day === ngay) ?? days.at(-1);
  const today = isoDay(now());
  const live = day?.day === today && day.finalAt === null;
  const touched = live ? changed : [];
  return {
    campaigns,
    campaign,
    days,
    day: day ?? null,
    live,
    /** More changed than is measured at once: their figures are those of the last tick. */
    settling: touched.length > TOUCHED,
    touched: touched.length > TOUCHED ? [] : touched,
  };
}

export type Standing = NonNullable<Awaited<ReturnType<typeof findStanding>>>;

/** The instant that its rows are read for: now, or the one at which its day was measured for good. */
export const instantAsked = ({ campaign, day, live }: Standing) =>
  day && !live ? instantOf(day.day, campaign, now()) : now();

type DayRow = {
  day: string;
  measuredAt: Date;
  finalAt: Date | null;
  figures: unknown;
  spread: { verdict: Verdict; units: number }[];
};

/** Every day that was measured, oldest first, with its figures and what all units came to. */
const listDays = cache(async (campaignId: string) => {
  const rows = await db.$queryRaw<DayRow[]>`
    SELECT to_char(d.day, 'YYYY-MM-DD') AS day, d."measuredAt", d."finalAt", d.figures,
      coalesce(json_agg(json_build_object('verdict', t.verdict, 'units', t.units))
               FILTER (WHERE t.verdict IS NOT NULL), '[]') AS spread
    FROM "ComplianceDay" d
    LEFT JOIN "ComplianceTally" t ON t."campaignId" = d."campaignId" AND t.day = d.day
      AND t.measure = 'all'
    WHERE d."campaignId" = ${campaignId}::uuid
    GROUP BY d."campaignId", d.day ORDER BY d.day DESC LIMIT 120`;
  return rows
    .map(({ spread, figures, ...row }) => ({
      ...row,
      figures: figuresSchema.parse(figures),
      spread: spreadOf(spread),
    }))
    .reverse();
});

function spreadOf(counts: DayRow["spread"]) {
  const spread: Spread = emptySpread();
  for (const { verdict, units } of counts) spread[verdict] += units;
  return spread;
}

export type MeasuredDay = Awaited<ReturnType<typeof listDays>>[number];

const listTouched = cache(async () => {
  const rows = await db.$queryRaw<{ unitId: string }[]>`
    SELECT DISTINCT "unitId" FROM "ComplianceTouch" LIMIT ${TOUCHED + 1}`;
  return rows.map(({ unitId }) => unitId);
});

/** The lines of the standing's day, those of touched units measured this moment. */
export const linesOf = ({
  campaign,
  day,
  touched,
}: Pick<Standing, "campaign" | "day" | "touched">) => {
  const stored = Prisma.sql`
    SELECT measure, "unitId", "kindCode", required, observed, failed, soon, since, verdict
    FROM "ComplianceLine"
    WHERE "campaignId" = ${campaign.id}::uuid AND day = ${day?.day ?? "1970-01-01"}::date`;
  if (touched.length === 0) return stored;
  return Prisma.sql`
    ${stored} AND "unitId" <> ALL (${touched}::uuid[])
    UNION ALL
    SELECT f.measure, f."unitId", u."kindCode", f.required, f.observed, f.failed, f.soon, f.since,
      f.verdict
    FROM (${judgedLines({ campaign, at: now(), unitIds: touched })}) f
    JOIN "Unit" u ON u.id = f."unitId"`;
};
