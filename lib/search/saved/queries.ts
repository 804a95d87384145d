import "server-only";

import type { Actor } from "@/lib/auth/actor";
import { db } from "@/lib/db";
import { compareVietnamese } from "@/lib/text";
import { visibleFilters } from "./policy";
import type { SavedPlace } from "./schema";

/** The actor's own, by name. */
export async function listSavedFilters(actor: Actor, place: SavedPlace) {
  const filters = await db.savedFilter.findMany({
    where: { AND: [visibleFilters(actor), { place }] },
    select: { id: true, name: true, query: true },
    orderBy: { createdAt: "asc" },
    take: 100,
  });
  return filters.sort((a, b) => compareVietnamese(a.name, b.name));
}

export type SavedFilterRow = Awaited<ReturnType<typeof listSavedFilters>>[number];
