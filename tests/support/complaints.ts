import { randomUUID } from "node:crypto";
import type { Actor } from "@/lib/auth/actor";
import { addComplaint } from "@/lib/complaints/commands";
import type { AddComplaint } from "@/lib/complaints/schema";
import { isoDay, now } from "@/lib/time";
import { aPerson, aUnit } from "./district";
import { aDistrictWithPolice } from "./incidents";

/** A district with police and two telcos that know nothing of each other. */
export async function aDistrictWithTelcos() {
  const district = await aDistrictWithPolice();
  const second = await aUnit(
    (await kindOf(district.telco.id)) ?? "",
    `Mạng thứ hai ${randomUUID().slice(0, 8)}`,
    null,
  );
  return {
    ...district,
    otherTelco: second,
    otherLiaison: await aPerson("telco_liaison", second, "telecom"),
  };
}

export type DistrictWithTelcos = Awaited<ReturnType<typeof aDistrictWithTelcos>>;

async function kindOf(unitId: string) {
  const { db } = await import("@/lib/db");
  return (await db.unit.findUniqueOrThrow({ where: { id: unitId } })).kindCode;
}

/** A number of its own for each test: sources are shared by everyone in one database. */
export const aNumber = () => `09${String(Math.floor(Math.random() * 1e8)).padStart(8, "0")}`;

/** An hour ago, but not on another day: the tests count by days, also those that run at midnight. */
function earlierToday() {
  const midnight = new Date(`${isoDay(now())}T00:00:00+07:00`);
  return new Date(Math.max(midnight.getTime(), now().getTime() - 60 * 60_000));
}

export const aComplaint = (overrides: Partial<AddComplaint> = {}): AddComplaint => ({
  complaintId: randomUUID(),
  telcoId: "",
  channel: "line_156",
  kind: "scam_call",
  source: aNumber(),
  content: "Tự xưng công an, yêu cầu chuyển tiền.",
  receivedAt: earlierToday(),
  complainantName: "Nông Thị Lan",
  complainantPhone: "0977000222",
  complainantAddress: "Khu An Ninh",
  ...overrides,
});

export async function anEnteredComplaint(by: Actor, overrides: Partial<AddComplaint> = {}) {
  const input = aComplaint({ telcoId: by.unitId, ...overrides });
  await addComplaint(by, input);
  return input;
}
