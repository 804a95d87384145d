import { systemActor } from "@/lib/auth/system-actor";
import { db } from "@/lib/db";
import { listDutyNow } from "@/lib/duty/coverage/now/queries";
import { findWall, measureWatch } from "@/lib/duty/coverage/queries";
import { settleCoverage } from "@/lib/duty/coverage/rollup/commands";
import { nowFilterSchema, wallFilterSchema } from "@/lib/duty/coverage/schema";
import { settleStanding } from "@/lib/duty/coverage/standing/commands";
import { logKinds } from "@/lib/duty/log/schema";
import { listQuickReports } from "@/lib/duty/quick-reports/overview/queries";
import { aDistrictOnDuty, type DistrictOnDuty } from "./duty-at-scale";

/** One district of each size for all the timings of a run: a million shifts take minutes to make. */
const districts = new Map<number, Promise<DistrictOnDuty>>();

async function onDuty(units: number) {
  const district = await aDistrictOnDuty(units);
  await settleCoverage(systemActor);
  await settleStanding(systemActor);
  await db.$executeRaw`ANALYZE`;
  return district;
}

/** `grows` names what is timed at several sizes, so that one can be held against the next. */
function bench(grows: string, units: number, timing: Timing) {
  let district: DistrictOnDuty;
  return {
    name: `${grows}, ${units} đơn vị`,
    grows,
    repeats: 20,
    rows: timing.rows,
    prepare: async () => {
      const made = districts.get(units) ?? onDuty(units);
      districts.set(units, made);
      district = await made;
      await timing.prepare?.(district);
    },
    floor: () => timing.floor(district),
    run: () => timing.run(district),
  };
}

type Timing = {
  rows: number;
  prepare?: (district: DistrictOnDuty) => Promise<unknown>;
  floor: (district: DistrictOnDuty) => Promise<unknown>;
  run: (district: DistrictOnDuty) => Promise<unknown>;
};

/** Floor: fifty names of people who are on, with nothing said about the other units. */
export const dutyNow = (units: number) =>
  bench("Ai đang trực", units, {
    rows: 50,
    floor: () => db.$queryRaw`
      SELECT p.name, p.phone FROM "Shift" s JOIN "DutyPerson" p ON p.id = s."personId"
      WHERE tstzrange(s."startsAt", s."endsAt", '[)') @> now()
        AND s."toEdition" IS NULL AND s."publishedAt" IS NOT NULL LIMIT 50`,
    run: async ({ officer }) => {
      const { units: rows } = await listDutyNow(officer, nowFilterSchema.parse({}));
      if (rows.length !== 50) throw new Error(`${rows.length} units are on`);
    },
  });

/** Floor: the unit's shifts read. */
export const dutyUnit = (units: number) =>
  bench("Độ phủ của một đơn vị", units, {
    rows: 100,
    floor: ({ communes }) => db.$queryRaw`
      SELECT "startsAt", "endsAt" FROM "Shift" WHERE "unitId" = ${communes[0].id}::uuid`,
    run: async ({ officer, campaign, communes }) => {
      const measure = await measureWatch(officer, campaign, { unitId: communes[0].id });
      if (measure.units !== 1) throw new Error("the unit is not watched");
    },
  });

/** Floor: the same shifts counted, with no hole looked for. */
export const dutyWall = (units: number) =>
  bench("Tường độ phủ, 100 ca mỗi đơn vị", units, {
    rows: units * 100,
    floor: ({ campaign }) => db.$queryRaw`
      SELECT count(*) FROM "Shift" s JOIN "Roster" r ON r.id = s."rosterId"
      WHERE r."campaignId" = ${campaign.id}::uuid AND s."toEdition" IS NULL`,
    run: async ({ officer, campaign }) => {
      const [measure, wall] = await Promise.all([
        measureWatch(officer, campaign),
        findWall(officer, campaign, wallFilterSchema.parse({})),
      ]);
      if (measure.units < units || wall.lines.length !== 40) {
        throw new Error("the wall lacks units");
      }
    },
  });

/** At seven in the morning: shifts of 350 units were taken since the rollup was last settled. */
export const dutyWallTouched = (units: number) => {
  const { run, ...wall } = dutyWall(units);
  return {
    ...wall,
    run,
    name: `Tường độ phủ ngay sau khi 350 đơn vị nhận ca, ${units} đơn vị`,
    grows: "Tường độ phủ sau 350 lần nhận ca",
    prepare: async () => {
      await wall.prepare();
      await db.$executeRaw`
        INSERT INTO "RosterTouch" ("rosterId")
        SELECT "rosterId" FROM "RosterCoverage" ORDER BY "rosterId" DESC LIMIT 350`;
    },
  };
};

/** Every second unit has reported. Floor: a hundred of its rows read as they lie. */
export const dutyReports = (units: number) => {
  const due = new Date();
  return bench("Báo cáo nhanh của một mốc giờ", units, {
    rows: 100,
    prepare: async ({ campaign, officer, kindCode }) => {
      await db.$executeRaw`
        INSERT INTO "QuickReport" ("unitId", "campaignId", "dueAt", "filedAt", nil, edition)
        SELECT id, ${campaign.id}::uuid, ${due}, CASE WHEN n % 2 = 0 THEN ${due}::timestamptz END,
               n % 4 = 0, 1 - n % 2
        FROM (SELECT id, row_number() OVER (ORDER BY id)::int AS n FROM "Unit"
              WHERE "kindCode" = ${kindCode}) u`;
      const log = Object.fromEntries(logKinds.map((kind) => [kind, 1]));
      const facts = { log, onDuty: [], missedCheckIns: 0 };
      await db.$executeRaw`
        INSERT INTO "QuickReportEdition"
          (id, "reportId", number, at, "writtenById", "writtenBy", nil, situation, "openPoints", proposals, facts)
        SELECT gen_random_uuid(), id, 1, "filedAt", ${officer.userId}::uuid, 'Người trực', nil,
               'Hoạt động bình thường', '', '', ${JSON.stringify(facts)}::jsonb
        FROM "QuickReport" WHERE "campaignId" = ${campaign.id}::uuid AND "filedAt" IS NOT NULL`;
      await db.$executeRaw`ANALYZE "QuickReport", "QuickReportEdition"`;
    },
    floor: ({ campaign }) => db.$queryRaw`
      SELECT id, "unitId", "filedAt" FROM "QuickReport"
      WHERE "campaignId" = ${campaign.id}::uuid AND "dueAt" = ${due}::timestamptz LIMIT 100`,
    run: async ({ officer, campaign }) => {
      const sheet = { campaign: campaign.id, due, q: "", page: 1 };
      const { rows } = await listQuickReports(officer, sheet);
      if (rows.length === 0) throw new Error("nobody owes a report");
    },
  });
};
