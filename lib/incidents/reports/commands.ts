import "server-only";

import { recordAudit } from "@/lib/audit/record";
import type { Actor } from "@/lib/auth/actor";
import { inTransaction, type Prisma, type Transaction } from "@/lib/db";
import { Refusal, refuseUnless } from "@/lib/errors";
import { noticeUnits } from "@/lib/notifications/record";
import { now } from "@/lib/time";
import { fulfil } from "../deadlines/commands";
import { dutyMetBy } from "../deadlines/rules";
import { listDistrictUnits } from "../desks/queries";
import { writeEntry } from "../entries/commands";
import { canAddToIncident } from "../policy";
import { type HeldIncident, holdIncident } from "../standing/queries";
import { internalAddressesIn } from "./addresses/rules";
import { reportLabels } from "./labels";
import type { FileIncidentReport } from "./schema";

/** A statutory report was made of the case: kept as it was, and what was owed is done. Twice is once. */
export async function fileIncidentReport(actor: Actor, input: FileIncidentReport) {
  const { incidentId, requestId: id, kind, reference, content } = input;
  refuseInternal(content);
  await inTransaction(async (tx) => {
    const incident = await holdIncident(tx, actor, incidentId);
    if (await tx.incidentReport.findFirst({ where: { id, incidentId }, select: { id: true } }))
      return;
    refuseUnless(canAddToIncident(actor, incident), "Đơn vị không tham gia sự cố này.");
    await tx.incidentReport.create({
      data: {
        id,
        incidentId,
        kind,
        reference,
        // Through JSON: dates become text, as the reader of the form gets them back.
        content: JSON.parse(JSON.stringify(content)) as Prisma.InputJsonObject,
        at: now(),
        byId: actor.userId,
        byName: actor.fullName,
      },
      select: { id: true },
    });
    const duty = dutyMetBy[kind];
    const note = reference ? `Số ${reference}` : reportLabels[kind];
    if (duty) await fulfil(tx, actor, { incidentId, duty, note });
    await writeEntry(tx, actor, {
      incidentId,
      kind: "document",
      text: `Lập ${reportLabels[kind]}${reference ? `, số ${reference}` : ""}`,
    });
    await tellOthers(tx, actor, { incident, id, kind });
    await recordAudit(tx, actor, {
      action: "incident.file-report",
      subject: { type: "incident", id: incidentId },
      after: { id, kind, reference, content },
      details: { number: incident.code, name: reportLabels[kind] },
    });
  });
}

/** The unit, whoever handles the case and the district know of every report that goes up. */
async function tellOthers(
  tx: Transaction,
  actor: Actor,
  { incident, id, kind }: { incident: HeldIncident; id: string; kind: FileIncidentReport["kind"] },
) {
  const district = await listDistrictUnits(tx);
  const concerned = [incident.unitId, incident.handlerUnitId, ...district];
  const told = concerned.flatMap((unit) => (unit && unit !== actor.unitId ? [unit] : []));
  await noticeUnits(tx, [...new Set(told)], {
    kind: "incident.state",
    title: `${incident.drillId ? "DIỄN TẬP · " : ""}${incident.code}: ${reportLabels[kind]}`,
    body: `${actor.unitName} đã lập, ${actor.fullName}.`,
    subject: { type: "incident", id: incident.id },
    cause: `incident:${incident.id}:report:${id}`,
  });
}

/** However it comes here, no report names an address of the inside of a network. */
function refuseInternal(content: FileIncidentReport["content"]) {
  const words = Object.values(content)
    .flat()
    .filter((value) => typeof value === "string");
  const [inner] = words.flatMap(internalAddressesIn);
  if (!inner) return;
  throw new Refusal(
    "invalid",
    `${inner} là địa chỉ IP nội bộ, không đưa vào báo cáo. Bỏ đi hoặc ghi IP công khai.`,
  );
}
