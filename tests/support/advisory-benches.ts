import { randomUUID } from "node:crypto";
import { findAdvisoryMatrix } from "@/lib/advisories/matrix/queries";
import { advisoryMatrixFilterSchema } from "@/lib/advisories/matrix/schema";
import type { Actor } from "@/lib/auth/actor";
import { db } from "@/lib/db";
import { aDistrict } from "./district";

const ADVISORIES = 200;
const BATCH = 20;

/** Two hundred advisories, each asked of every unit. */
async function atScale(units: number) {
  const district = await aDistrict();
  const { kindCode } = district;
  await db.$executeRaw`
    INSERT INTO "Unit" (code, name, "shortName", "kindCode", "validFrom")
    SELECT ${kindCode} || n, 'UBND xã số ' || n, 'Xã ' || n, ${kindCode}, '2024-01-01'
    FROM generate_series(4, ${units}::int) n`;
  await db.$executeRaw`
    INSERT INTO "Advisory" (id, issuer, subject, number, rhythm, "dueAt", edition, "createdAt", "createdById", "createdBy", "sentAt")
    SELECT uuid_v7(), 'Cục ATTT', 'Cảnh báo ' || n, n || '/CATTT', 'weekly', now() + interval '3 days', 1, now(),
           ${district.officer.userId}::uuid, '', now() - n * interval '1 hour'
    FROM generate_series(1, ${ADVISORIES}::int) n`;
  const advisories = await db.advisory.findMany({
    where: { createdById: district.officer.userId },
    select: { id: true },
    orderBy: { sentAt: "desc" },
  });
  for (let from = 0; from < advisories.length; from += BATCH) {
    const ids = advisories.slice(from, from + BATCH).map(({ id }) => id);
    await db.$executeRaw`
      INSERT INTO "AdvisoryHandling" ("advisoryId", "unitId", "dueAt", state, "closedAt", total, affected, patched, mitigated)
      SELECT a, u.id, now() + interval '3 days', CASE WHEN u.n % 3 = 0 THEN 'done' ELSE 'seen' END::"HandlingState",
             CASE WHEN u.n % 3 = 0 THEN now() END, 20, 4, 4, 0
      FROM unnest(${ids}::uuid[]) a
      CROSS JOIN (SELECT id, row_number() OVER () AS n FROM "Unit" WHERE "kindCode" = ${kindCode}) u`;
  }
  await db.$executeRaw`ANALYZE`;
  return { ...district, advisories };
}

type Scale = Awaited<ReturnType<typeof atScale>>;

/** Each size in a table of its own: what smaller ones left behind is taken away first. */
async function emptied() {
  await db.$executeRaw`TRUNCATE "AdvisoryHandling", "AdvisoryStep", "AdvisoryEvidence" CASCADE`;
  await db.$executeRaw`DELETE FROM "Advisory"`;
  await db.$executeRaw`UPDATE "Unit" SET "validTo" = '2024-12-31' WHERE "validTo" IS NULL`;
}

export function advisoryMatrix(units: number, page: "first" | "deep") {
  let scale: Scale;
  let actor: Actor;
  let deep: { after?: string; older?: string } = {};
  return {
    name: `ma trận cảnh báo, ${page === "first" ? "trang đầu" : "trang giữa"}, ${units} đơn vị × ${ADVISORIES}`,
    grows: `ma trận cảnh báo, ${page}`,
    repeats: 20,
    rows: 25 * 8,
    prepare: async () => {
      await emptied();
      scale = await atScale(units);
      actor = scale.officer;
      const [middle] = await db.$queryRaw<{ id: string }[]>`
        SELECT id FROM "Unit" WHERE "validTo" IS NULL AND "kindCode" = ${scale.kindCode}
        ORDER BY name COLLATE "vi-x-icu", id LIMIT 1 OFFSET ${Math.floor(units / 2)}`;
      const older = scale.advisories.at(ADVISORIES / 2)?.id;
      deep = page === "deep" ? { after: middle?.id, older } : {};
    },
    floor: () =>
      db.$queryRaw`SELECT count(*) FROM "AdvisoryHandling" WHERE "advisoryId" = ${scale.advisories[0]?.id ?? randomUUID()}::uuid
        AND "unitId" = ${scale.lead.unitId}::uuid`,
    run: () => findAdvisoryMatrix(actor, advisoryMatrixFilterSchema.parse(deep)),
  };
}
