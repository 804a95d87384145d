import { db } from "@/lib/db";
import { listDutyNow } from "@/lib/duty/coverage/now/queries";
import { nowFilterSchema } from "@/lib/duty/coverage/schema";
import { aDistrictOnDuty, type DistrictOnDuty } from "@/tests/support/duty-at-scale";

const UNITS = 1_000;

export const name = `Ai đang trực, ${UNITS} đơn vị`;
export const rows = 50;

let district: DistrictOnDuty;

export async function prepare() {
  district = await aDistrictOnDuty(UNITS);
}

/** Fifty names of people who are on, with nothing said about the other units. */
export const floor = () => db.$queryRaw`
  SELECT p.name, p.phone FROM "Shift" s JOIN "DutyPerson" p ON p.id = s."personId"
  WHERE tstzrange(s."startsAt", s."endsAt", '[)') @> now()
    AND s."toEdition" IS NULL AND s."publishedAt" IS NOT NULL LIMIT 50`;

export async function run() {
  const { units } = await listDutyNow(district.officer, nowFilterSchema.parse({}));
  if (units.length !== rows) throw new Error(`${units.length} units are on`);
}
