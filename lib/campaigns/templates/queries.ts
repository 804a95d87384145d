import "server-only";

import type { Actor } from "@/lib/auth/actor";
import { db } from "@/lib/db";
import { canSeeCampaignRules } from "../policy";
import { calendars, occasionKinds } from "../schema";
import type { TemplateOccasion } from "./schema";

const LIMIT = 100;

/** All templates with their occasions, in the order of the office. */
export async function listTemplates(actor: Actor) {
  if (!canSeeCampaignRules(actor)) return [];
  const rows = await db.campaignTemplate.findMany({
    select: {
      id: true,
      name: true,
      note: true,
      rank: true,
      leadDays: true,
      trailDays: true,
      version: true,
      occasions: {
        orderBy: { position: "asc" },
        select: {
          kind: true,
          name: true,
          calendar: true,
          month: true,
          day: true,
          offset: true,
          days: true,
        },
      },
    },
    orderBy: [{ rank: "asc" }, { name: "asc" }],
    take: LIMIT,
  });
  return rows.map((row) => ({ ...row, occasions: row.occasions.map(known) }));
}

export type TemplateRow = Awaited<ReturnType<typeof listTemplates>>[number];

export async function findTemplate(actor: Actor, id: string) {
  const templates = await listTemplates(actor);
  return templates.find((template) => template.id === id) ?? null;
}

/** A kind that a later version wrote is an occasion of its own. */
function known(
  row: Omit<TemplateOccasion, "kind" | "calendar"> & { kind: string; calendar: string },
) {
  const kind = occasionKinds.find((one) => one === row.kind) ?? "own";
  const calendar = calendars.find((one) => one === row.calendar) ?? "solar";
  return { ...row, kind, calendar };
}
