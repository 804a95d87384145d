import "server-only";

import { z } from "zod";
import type { Actor } from "@/lib/auth/actor";
import { db, type Transaction } from "@/lib/db";
import type { OfficialDocument } from "@/lib/documents/official/schema";
import { loadCase } from "../../case/queries";
import { canAddToIncident, visibleIncidents } from "../../policy";
import { readIncidents } from "../../reach/queries";
import { caseCode, isRestricted } from "../../rules";
import { partiesOf } from "../../standing/queries";
import { partOf } from "../../standing/rules";
import { writeView } from "../../views/commands";
import { type ReportKind, reportKinds } from "../schema";
import { fillForm } from "./filling/rules";
import { reportDocument } from "./paper/rules";
import type { FormContent } from "./schema";

const EARLIER = 10;

/** What a report was filled with; what is no form of ours counts for nothing. */
const contentSchema = z.record(z.string(), z.union([z.string(), z.array(z.string())])).catch({});

const storedKind = z.enum(reportKinds);

/** A form with what is known of the case; null for whom there is no such case to report on. */
export async function findReportForm(actor: Actor, incidentId: string, kind: ReportKind) {
  if (!(await readIncidents(actor, (tx) => isParty(tx, actor, incidentId)))) return null;
  const [incident, person, ofUnit] = await Promise.all([
    loadCase(actor, incidentId),
    db.user.findUnique({
      where: { id: actor.userId },
      select: { title: true, phone: true, unit: { select: { phone: true } } },
    }),
    readIncidents(actor, (tx) =>
      tx.incidentReport.findMany({
        where: { incident: { parties: { some: { unitId: actor.unitId } } }, byId: actor.userId },
        select: { content: true },
        orderBy: [{ at: "desc" }, { id: "desc" }],
        take: EARLIER,
      }),
    ),
  ]);
  if (!incident || !person) return null;
  const sender = {
    fullName: actor.fullName,
    unitName: actor.unitName,
    title: person.title,
    phone: person.phone ?? "",
    unitPhone: person.unit.phone ?? "",
  };
  const earlier = {
    ofCase: incident.reports.map(({ content }) => contentSchema.parse(content)),
    ofUnit: ofUnit.map(({ content }) => contentSchema.parse(content)).reverse(),
  };
  const filled: FormContent = fillForm(kind, { incident, sender, earlier });
  const sent = incident.reports.filter((report) => report.kind === kind).length;
  return { id: incident.id, code: incident.code, drill: incident.drillId !== null, sent, filled };
}

/** A report as it was sent, to be printed; null when the case or the report is not the actor's to see. */
export const findReportDocument = (actor: Actor, of: OfReport): Promise<OfficialDocument | null> =>
  readIncidents(actor, (tx) => readDocument(tx, actor, of));

type OfReport = { incidentId: string; reportId: string };

async function readDocument(tx: Transaction, actor: Actor, { incidentId, reportId }: OfReport) {
  if (!(await isParty(tx, actor, incidentId))) return null;
  const report = await tx.incidentReport.findFirst({
    where: { id: reportId, incidentId },
    select: {
      kind: true,
      reference: true,
      content: true,
      at: true,
      incident: { select: { id: true, year: true, number: true, drillId: true, tlp: true } },
    },
  });
  if (!report) return null;
  const { incident } = report;
  if (isRestricted(incident)) {
    await writeView(tx, actor, { id: incident.id, what: "document" });
  }
  return reportDocument({
    ...report,
    kind: storedKind.parse(report.kind),
    content: contentSchema.parse(report.content),
    incident: { code: caseCode(incident), drill: incident.drillId !== null },
  });
}

/** The reports of a case, the latest first; nothing for whom the case is not. */
export async function listSentReports(actor: Actor, incidentId: string) {
  const rows = await readIncidents(actor, async (tx) => {
    if (!(await isParty(tx, actor, incidentId))) return [];
    return tx.incidentReport.findMany({
      where: { incidentId },
      select: { id: true, kind: true, reference: true, at: true, byName: true },
      orderBy: [{ at: "desc" }, { id: "desc" }],
      take: 50,
    });
  });
  return rows.map((row) => ({ ...row, kind: storedKind.parse(row.kind) }));
}

/** Is in on the case itself: a unit whose own case was merged into it reads no report of another's. */
async function isParty(tx: Transaction, actor: Actor, id: string) {
  const found = await tx.incident.findFirst({
    where: { id, AND: visibleIncidents(actor) },
    select: { unitId: true, handlerUnitId: true, parties: partiesOf(actor) },
  });
  return found !== null && canAddToIncident(actor, { ...found, part: partOf(found.parties) });
}
