import "server-only";

import { recordAudit } from "@/lib/audit/record";
import type { Actor } from "@/lib/auth/actor";
import { inTransaction } from "@/lib/db";
import { refuseUnless } from "@/lib/errors";
import { canStatePopulation } from "../policy";
import type { StatePopulations } from "./schema";

/** How many residents each unit has; those that stay the same are not touched. Returns how many changed. */
export async function statePopulations(actor: Actor, { unitIds, populations }: StatePopulations) {
  refuseUnless(canStatePopulation(actor), "Chỉ cán bộ của huyện ghi số dân.");
  return inTransaction(async (tx) => {
    const changed = await tx.$queryRaw<{ id: string; name: string; population: number | null }[]>`
      UPDATE "Unit" u SET population = said.population, version = u.version + 1
      FROM unnest(${unitIds}::uuid[], ${populations}::int[]) AS said(id, population)
      WHERE u.id = said.id AND u.population IS DISTINCT FROM said.population
      RETURNING u.id, u.name, u.population`;
    if (changed.length === 0) return 0;
    await recordAudit(tx, actor, {
      action: "unit.state-population",
      subject: { type: "unit", id: changed[0]?.id ?? "" },
      after: changed,
      details: {
        units: changed.length,
        message: changed.map(({ name, population }) => `${name}: ${population ?? "chưa biết"}`),
      },
    });
    return changed.length;
  });
}
