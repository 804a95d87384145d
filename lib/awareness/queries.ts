import "server-only";

import { type Actor, seesAll } from "@/lib/auth/actor";
import { db, type Prisma } from "@/lib/db";
import { canCorrectActivity, canRecordActivity, visibleActivities } from "./policy";
import { dateOf, dayOf, daysOf } from "./rules";
import type { ActivityFilter } from "./schema";

const PER_PAGE = 30;

const shown = {
  id: true,
  unitId: true,
  kind: true,
  topic: true,
  heldOn: true,
  times: true,
  staffReach: true,
  publicReach: true,
  note: true,
  messageId: true,
  version: true,
  removedAt: true,
  unit: { select: { name: true, shortName: true } },
  photos: { select: { fileId: true }, orderBy: { id: "asc" }, take: 20 },
} satisfies Prisma.AwarenessActivitySelect;

/** Newest first; a campaign is the days it lasts. */
export async function listActivities(actor: Actor, filter: ActivityFilter) {
  const rows = await db.awarenessActivity.findMany({
    where: {
      AND: [
        visibleActivities(actor),
        { removedAt: null },
        await inCampaign(filter.campaign),
        filter.unit ? { unitId: filter.unit } : {},
        filter.kind ? { kind: filter.kind } : {},
        filter.group ? { unit: { kindCode: filter.group } } : {},
        filter.q ? matching(filter.q) : {},
      ],
    },
    select: shown,
    orderBy: [{ heldOn: "desc" }, { createdAt: "desc" }, { id: "desc" }],
    skip: (filter.page - 1) * PER_PAGE,
    take: PER_PAGE + 1,
  });
  return { rows: rows.slice(0, PER_PAGE).map(read), hasNext: rows.length > PER_PAGE };
}

export type ActivityRow = Awaited<ReturnType<typeof listActivities>>["rows"][number];

/** One activity with its photos and whose message it passed on; null when not visible. */
export async function findActivity(actor: Actor, id: string) {
  const row = await db.awarenessActivity.findFirst({
    where: { id, AND: visibleActivities(actor) },
    select: {
      ...shown,
      createdAt: true,
      createdBy: true,
      removeReason: true,
      message: { select: { id: true, title: true } },
    },
  });
  return row ? { ...read(row), mayCorrect: canCorrectActivity(actor, row) } : null;
}

/** What the actor's unit did last: the form starts from it, and one tap does it again. */
export async function findLastActivity(actor: Actor) {
  if (!canRecordActivity(actor)) return null;
  const row = await db.awarenessActivity.findFirst({
    where: { unitId: actor.unitId, removedAt: null },
    select: shown,
    orderBy: [{ heldOn: "desc" }, { createdAt: "desc" }, { id: "desc" }],
  });
  return row ? read(row) : null;
}

/** Campaigns to narrow the list by, the newest first. */
export async function listAwarenessCampaigns(actor: Actor) {
  if (!seesAll(actor) && !canRecordActivity(actor)) return [];
  return db.campaign.findMany({
    where: { openedAt: { not: null } },
    select: { id: true, name: true, startsAt: true, endsAt: true },
    orderBy: [{ startsAt: "desc" }, { id: "desc" }],
    take: 12,
  });
}

export type AwarenessCampaign = Awaited<ReturnType<typeof listAwarenessCampaigns>>[number];

async function inCampaign(id: string | undefined): Promise<Prisma.AwarenessActivityWhereInput> {
  if (!id) return {};
  const window = await db.campaign.findUnique({
    where: { id },
    select: { startsAt: true, endsAt: true },
  });
  if (!window) return { id: { in: [] } };
  const { firstOn, lastOn } = daysOf(window);
  return { heldOn: { gte: dateOf(firstOn), lte: dateOf(lastOn) } };
}

const matching = (q: string): Prisma.AwarenessActivityWhereInput => ({
  OR: [
    { topic: { contains: q, mode: "insensitive" } },
    { unit: { name: { contains: q, mode: "insensitive" } } },
  ],
});

const read = <Row extends { heldOn: Date; photos: { fileId: string }[] }>({
  heldOn,
  photos,
  ...row
}: Row) => ({ ...row, heldOn: dayOf(heldOn), photos: photos.map(({ fileId }) => fileId) });
