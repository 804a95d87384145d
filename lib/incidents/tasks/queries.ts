import "server-only";

import type { Actor } from "@/lib/auth/actor";
import { db } from "@/lib/db";
import { canSeeIncidentRules } from "../policy";

/** The tasks that a new case starts with, for all kinds first. */
export async function listTaskTemplates(actor: Actor) {
  if (!canSeeIncidentRules(actor)) return [];
  return db.incidentTaskTemplate.findMany({
    orderBy: [{ kind: { sort: "asc", nulls: "first" } }, { position: "asc" }, { id: "asc" }],
    take: 200,
  });
}

export type TaskTemplateRow = Awaited<ReturnType<typeof listTaskTemplates>>[number];
