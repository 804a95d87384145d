import { findCommand } from "@/app/(workspace)/command/now";
import { systemActor } from "@/lib/auth/system-actor";
import { measureCompliance } from "@/lib/compliance/measuring/commands";
import { findPicture } from "@/lib/compliance/queries";
import { db } from "@/lib/db";
import { settleCoverage } from "@/lib/duty/coverage/rollup/commands";
import { settleStanding } from "@/lib/duty/coverage/standing/commands";
import { aDistrictOnDuty, type DistrictOnDuty } from "./duty-at-scale";
import { countQueries } from "./query-count";

const TOUCHED = 20;

/** A million shifts take minutes to make: one district of each size for both timings. */
const districts = new Map<number, Promise<DistrictOnDuty>>();

async function obliged(units: number) {
  const district = await aDistrictOnDuty(units);
  await oblige(district);
  await db.$executeRaw`ANALYZE`;
  await settleCoverage(systemActor);
  return district;
}

type Timing = { title: string; work: (district: DistrictOnDuty) => Promise<unknown> };

function bench(units: number, { title, work }: Timing) {
  let district: DistrictOnDuty;
  return {
    name: `${title}, ${units} đơn vị`,
    grows: title,
    repeats: 20,
    prepare: async () => {
      const made = districts.get(units) ?? obliged(units);
      districts.set(units, made);
      district = await made;
      // The campaigns of the other sizes are over, so that each page shows one.
      const { id, startsAt } = district.campaign;
      await db.campaign.updateMany({ data: { openedAt: null } });
      await db.campaign.update({ where: { id }, data: { openedAt: startsAt } });
      await measureCompliance(systemActor);
      await settleStanding(systemActor);
      await db.$executeRaw`ANALYZE`;
      console.log(`  ${await countQueries(() => work(district))} truy vấn mỗi trang`);
    },
    /** As many units as a busy minute of a holiday leaves to be read anew with the page. */
    before: () => db.$executeRaw`
      WITH changed AS (
        SELECT id FROM "Unit" WHERE "kindCode" = ${district.kindCode}
          AND NOT EXISTS (SELECT 1 FROM "ComplianceTouch") ORDER BY id LIMIT ${TOUCHED}),
      measured AS (INSERT INTO "ComplianceTouch" ("unitId") SELECT id FROM changed)
      INSERT INTO "WatchTouch" ("unitId") SELECT id FROM changed`,
    /** The day's counts read, with nothing else on the page. */
    floor: () => db.$queryRaw`
      SELECT * FROM "ComplianceTally" WHERE "campaignId" = ${district.campaign.id}::uuid
        AND day = (SELECT max(day) FROM "ComplianceDay")`,
    run: () => work(district),
  };
}

async function picture({ officer }: DistrictOnDuty) {
  const found = await findPicture(officer);
  if (found?.measures.length !== 5) throw new Error("the picture lacks measures");
}

export const commandPicture = (units: number) =>
  bench(units, { title: "Bức tranh của đợt", work: picture });

/** Everything on `/command`: the picture, and what goes on this minute. */
export const command = (units: number) =>
  bench(units, {
    title: "Trang điều hành",
    work: async ({ officer }) => {
      const { picture, current } = await findCommand(officer, {});
      if (picture?.measures.length !== 5 || !current) throw new Error("the page lacks figures");
    },
  });

/** Every commune is asked for five things; two in three did them, and of the rest half are late. */
async function oblige({ campaign, kindCode, officer, committee }: DistrictOnDuty) {
  const { id: directiveId } = await db.directive.create({
    data: {
      issuerId: committee.id,
      campaignId: campaign.id,
      subject: "Bảo đảm an toàn thông tin mạng",
      sourceText: "",
      createdById: officer.userId,
      editedById: officer.userId,
      sections: {
        create: {
          position: 0,
          heading: "",
          obligations: {
            create: [
              ["watch", "free"],
              ["awareness", "sweep"],
            ].map((measures, position) => ({ position, text: "Nhiệm vụ", measures })),
          },
        },
      },
    },
  });
  await db.directive.update({
    where: { id: directiveId },
    data: { state: "issued", issuedAt: campaign.startsAt },
  });
  await db.$executeRaw`
    INSERT INTO "DirectiveReceipt" ("directiveId", "unitId", "deliveredAt", "acknowledgedAt")
    SELECT ${directiveId}::uuid, u.id, ${campaign.startsAt},
      CASE WHEN row_number() OVER (ORDER BY u.id) % 3 > 0 THEN now() END
    FROM "Unit" u WHERE u."kindCode" = ${kindCode}`;
  await db.$executeRaw`
    INSERT INTO "Assignment" ("directiveId", "obligationId", "unitId", "dueAt", "reportedAt")
    SELECT ${directiveId}::uuid, o.id, u.id,
      now() + CASE o.position WHEN 0 THEN interval '5 days' ELSE interval '-1 day' END,
      CASE WHEN row_number() OVER (ORDER BY u.id) % 3 > 0 THEN now() END
    FROM "Unit" u, "Obligation" o JOIN "DirectiveSection" s ON s.id = o."sectionId"
    WHERE u."kindCode" = ${kindCode} AND s."directiveId" = ${directiveId}::uuid`;
  await db.$executeRaw`
    INSERT INTO "AwarenessActivity" (id, "unitId", kind, topic, "heldOn", times, "createdAt", "createdById", "createdBy")
    SELECT gen_random_uuid(), u.id, 'zalo', 'Giả danh công an', now()::date, 1, now(),
      ${officer.userId}::uuid, 'Cán bộ'
    FROM "Unit" u, generate_series(1, 4) n WHERE u."kindCode" = ${kindCode}`;
  await db.$executeRaw`
    INSERT INTO "UnitInventory" ("unitId", servers, workstations, "networkDevices", "confirmedAt", "confirmedById", "confirmedBy")
    SELECT u.id, 1, 20, 2, now(), ${officer.userId}::uuid, 'Cán bộ'
    FROM "Unit" u WHERE u."kindCode" = ${kindCode}`;
}
