import "server-only";

import type { Actor } from "@/lib/auth/actor";
import { db } from "@/lib/db";
import { visibleCampaigns } from "../policy";

type Lesson = {
  id: string;
  text: string;
  createdAt: Date;
  author: string;
  campaignId: string;
  campaignName: string;
};

const LIMIT = 200;

/** What was learned in this campaign and in those it was cloned from, the nearest first. */
export async function listLessons(actor: Actor, campaignId: string) {
  const visible = await db.campaign.count({
    where: { id: campaignId, AND: visibleCampaigns(actor) },
  });
  if (visible === 0) return [];
  return db.$queryRaw<Lesson[]>`
    WITH RECURSIVE line(id, name, "clonedFromId", step) AS (
      SELECT id, name, "clonedFromId", 0 FROM "Campaign" WHERE id = ${campaignId}::uuid
      UNION ALL
      SELECT c.id, c.name, c."clonedFromId", line.step + 1
      FROM "Campaign" c JOIN line ON c.id = line."clonedFromId"
      WHERE line.step < 20
    )
    SELECT l.id, l.text, l."createdAt", u."fullName" AS author,
           line.id AS "campaignId", line.name AS "campaignName"
    FROM line JOIN "CampaignLesson" l ON l."campaignId" = line.id
              JOIN "User" u ON u.id = l."createdById"
    ORDER BY line.step, l."createdAt", l.id
    LIMIT ${LIMIT}`;
}

export type LessonRow = Lesson;
