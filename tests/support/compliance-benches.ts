import { findNow } from "@/app/(workspace)/command/now";
import { systemActor } from "@/lib/auth/system-actor";
import { measureCompliance } from "@/lib/compliance/measuring/commands";
import { findPicture } from "@/lib/compliance/queries";
import { db } from "@/lib/db";
import { settleCoverage } from "@/lib/duty/coverage/rollup/commands";
import { aDistrictOnDuty, type DistrictOnDuty } from "./duty-at-scale";
import { countQueries } from "./query-count";

/** Units that did something since the last tick: a busy minute of a holiday. */
const TOUCHED = 20;

/** One page of `/command`: the measured picture and everything of this minute. */
export function command(units: number) {
  let district: DistrictOnDuty;
  return {
    grows: "Trang điều hành",
    repeats: 20,
    name: `Trang điều hành, ${units} đơn vị`,
    prepare: async () => {
      // The campaign of the size before is over, so that each page shows one.
      await db.campaign.updateMany({ data: { openedAt: null } });
      district = await aDistrictOnDuty(units);
      await oblige(district);
      await settleCoverage(systemActor);
      await db.$executeRaw`ANALYZE`;
      await measureCompliance(systemActor);
      await db.$executeRaw`ANALYZE`;
      console.log(`  ${await countQueries(() => page(district))} truy vấn mỗi trang`);
    },
    before: () => db.$executeRaw`
      INSERT INTO "ComplianceTouch" ("unitId")
      SELECT id FROM "Unit" WHERE "kindCode" = ${district.kindCode}
        AND NOT EXISTS (SELECT 1 FROM "ComplianceTouch") ORDER BY id LIMIT ${TOUCHED}`,
    /** The day's counts read, with nothing else on the page. */
    floor: () => db.$queryRaw`
      SELECT * FROM "ComplianceTally" WHERE "campaignId" = ${district.campaign.id}::uuid
        AND day = (SELECT max(day) FROM "ComplianceDay")`,
    run: async () => {
      const { picture } = await page(district);
      if (picture?.measures.length !== 5) throw new Error("the picture lacks measures");
    },
  };
}

async function page({ officer }: DistrictOnDuty) {
  const picture = await findPicture(officer);
  return { picture, now: await findNow(officer) };
}

/** Every commune is asked for five things; two in three did them. */
async function oblige({ campaign, kindCode, officer, committee }: DistrictOnDuty) {
  await db.campaign.update({
    where: { id: campaign.id },
    data: { openedAt: campaign.startsAt },
  });
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
    SELECT ${directiveId}::uuid, o.id, u.id, now() + interval '5 days',
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
