import { randomUUID } from "node:crypto";
import { db } from "@/lib/db";
import { aDistrict } from "./district";

/** Every unit has two shifts of twelve hours a day on one post. */
const SHIFTS_PER_UNIT = 100;

/** A campaign of fifty days in whose middle we are; `units` communes, each rostered throughout. */
export async function aDistrictOnDuty(units: number) {
  const district = await aDistrict();
  const { kindCode } = district;
  const hour = 3_600_000;
  const startsAt = new Date(Math.floor(Date.now() / hour) * hour - 25 * 24 * hour);
  const endsAt = new Date(startsAt.getTime() + (SHIFTS_PER_UNIT / 2) * 24 * hour);
  const campaign = await db.campaign.create({
    data: { name: `Đợt ${randomUUID()}`, startsAt, endsAt, createdById: district.officer.userId },
  });
  await db.$executeRaw`
    INSERT INTO "Unit" (code, name, "shortName", "kindCode", "validFrom")
    SELECT ${kindCode} || n, 'UBND xã số ' || n, 'Xã ' || n, ${kindCode}, '2024-01-01'
    FROM generate_series(4, ${units}::int) n`;
  await db.$executeRaw`
    INSERT INTO "DutyPerson" ("unitId", name, phone, posts)
    SELECT u.id, 'Người trực ' || n, '0912000000', '{staff}' FROM "Unit" u, generate_series(0, 3) n
    WHERE u."kindCode" = ${kindCode}`;
  await db.$executeRaw`
    INSERT INTO "Roster" ("unitId", "campaignId", "startsAt", "endsAt", state, edition, pattern, "createdById", "publishedAt")
    SELECT u.id, ${campaign.id}::uuid, ${startsAt}, ${endsAt}, 'published', 1, '{"leader":[],"staff":[]}',
           ${district.officer.userId}::uuid, ${startsAt}
    FROM "Unit" u WHERE u."kindCode" = ${kindCode}`;
  // Before anything is joined: planned for the empty tables they were, ten thousand take too long.
  await db.$executeRaw`ANALYZE`;
  await insertShifts(kindCode, campaign.id, startsAt);
  return { ...district, campaign };
}

/** Few units to a statement, so that none runs into the time limit. */
const BATCH = 100;

async function insertShifts(kindCode: string, campaignId: string, startsAt: Date) {
  const people = await db.$queryRaw<{ rosterId: string }[]>`
    SELECT r.id AS "rosterId" FROM "Roster" r JOIN "Unit" u ON u.id = r."unitId"
    WHERE u."kindCode" = ${kindCode} AND r."campaignId" = ${campaignId}::uuid`;
  for (let from = 0; from < people.length; from += BATCH) {
    const ids = people.slice(from, from + BATCH).map(({ rosterId }) => rosterId);
    await db.$executeRaw`
      INSERT INTO "Shift" ("rosterId", "unitId", "personId", post, "startsAt", "endsAt", "publishedAt", "checkedInAt")
      SELECT r.id, r."unitId", p.id, 'staff', at.at, at.at + interval '12 hours', ${startsAt},
             CASE WHEN at.at < now() AND at.n % 17 > 0 THEN at.at END
      FROM "Roster" r
      CROSS JOIN (SELECT n, ${startsAt}::timestamptz + n * interval '12 hours' AS at
                  FROM generate_series(0, ${SHIFTS_PER_UNIT - 1}::int) n) AS at
      JOIN LATERAL (SELECT id FROM "DutyPerson" WHERE "unitId" = r."unitId"
                    ORDER BY id OFFSET at.n % 4 LIMIT 1) AS p ON TRUE
      WHERE r.id = ANY (${ids}::uuid[])`;
  }
  await db.$executeRaw`ANALYZE`;
}

export type DistrictOnDuty = Awaited<ReturnType<typeof aDistrictOnDuty>>;
