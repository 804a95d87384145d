import { db } from "@/lib/db";
import { measureWatch } from "@/lib/duty/coverage/queries";
import { aDistrictOnDuty, type DistrictOnDuty } from "@/tests/support/duty-at-scale";

const UNITS = 1_000;

export const name = `Độ phủ của một đơn vị trong ${UNITS}`;
export const rows = 100;

let district: DistrictOnDuty;

export async function prepare() {
  district = await aDistrictOnDuty(UNITS);
}

export const floor = () => db.$queryRaw`
  SELECT "startsAt", "endsAt" FROM "Shift" WHERE "unitId" = ${district.communes[0].id}::uuid`;

export async function run() {
  const { officer, campaign, communes } = district;
  const measure = await measureWatch(officer, campaign, { unitId: communes[0].id });
  if (measure.units !== 1) throw new Error("the unit is not watched");
}
