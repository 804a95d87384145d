import { randomUUID } from "node:crypto";
import type { Actor } from "@/lib/auth/actor";
import { db } from "@/lib/db";
import { reportIncident } from "@/lib/incidents/commands";
import type { ReportIncident } from "@/lib/incidents/schema";
import { now } from "@/lib/time";
import { aDistrict, aPerson, aUnit } from "./district";

/** A district with police and a support centre of its own, and a telco that has nothing to do with it. */
export async function aDistrictWithPolice() {
  const district = await aDistrict();
  const kindOf = async (label: string, home: string) => {
    const code = `${label}-${randomUUID().slice(0, 8)}`;
    await db.unitKind.create({ data: { code, label, home, rank: 3 } });
    return code;
  };
  const mark = randomUUID().slice(0, 8);
  const police = await aUnit(await kindOf("police", "coordination"), `Công an ${mark}`, null);
  const support = await aUnit(await kindOf("support", "coordination"), `Trung tâm ${mark}`, null);
  const telco = await aUnit(await kindOf("telco", "telecom"), `Viễn thông ${mark}`, null);
  await db.incidentDesk.createMany({
    data: [
      { unitId: police.id, part: "police" },
      { unitId: support.id, part: "support" },
    ],
  });
  return {
    ...district,
    police,
    support,
    telco,
    policeLead: await aPerson("unit_lead", police, "coordination"),
    policeStaff: await aPerson("unit_staff", police, "coordination"),
    supportLead: await aPerson("unit_lead", support, "coordination"),
    liaison: await aPerson("telco_liaison", telco, "telecom"),
    administrator: await aPerson("administrator", district.committee, "command"),
  };
}

export type DistrictWithPolice = Awaited<ReturnType<typeof aDistrictWithPolice>>;

export const aReport = (overrides: Partial<ReportIncident> = {}): ReportIncident => ({
  incidentId: randomUUID(),
  sign: "data_encryption",
  what: "Máy chủ tệp không mở được, có thư đòi tiền.",
  place: "Máy chủ tệp phòng Văn thư",
  detectedAt: new Date(now().getTime() - 10 * 60_000),
  contactPhone: "0912 000 109",
  informantName: "",
  informantPhone: "",
  unitId: null,
  logEntryId: null,
  injectId: null,
  files: [],
  ...overrides,
});

/** Reported by someone; the id of the case. */
export async function aReportedIncident(by: Actor, overrides: Partial<ReportIncident> = {}) {
  const report = aReport(overrides);
  await reportIncident(by, report);
  return report.incidentId;
}
