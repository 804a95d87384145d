import { db } from "@/lib/db";
import { findWall, measureWatch } from "@/lib/duty/coverage/queries";
import { wallFilterSchema } from "@/lib/duty/coverage/schema";
import { aDistrictOnDuty, type DistrictOnDuty } from "@/tests/support/duty-at-scale";

const UNITS = 100;

export const name = `Tường độ phủ, ${UNITS} đơn vị × 100 ca`;
export const rows = UNITS * 100;

let district: DistrictOnDuty;

export async function prepare() {
  district = await aDistrictOnDuty(UNITS);
}

/** The same shifts counted, with no hole looked for. */
export const floor = () => db.$queryRaw`
  SELECT count(*) FROM "Shift" s JOIN "Roster" r ON r.id = s."rosterId"
  WHERE r."campaignId" = ${district.campaign.id}::uuid AND s."toEdition" IS NULL`;

export async function run() {
  const { officer, campaign } = district;
  const [measure, wall] = await Promise.all([
    measureWatch(officer, campaign),
    findWall(officer, campaign, wallFilterSchema.parse({})),
  ]);
  if (measure.units < UNITS || wall.lines.length !== 40) throw new Error("the wall lacks units");
}
