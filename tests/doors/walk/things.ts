import type pg from "pg";
import { everyone, type Person, people } from "./people";

/**
 * For each name that a form or an address gives an id by: one row that is the asker's own unit's, and
 * one that is another's. `$1` is the asker's unit, `$2` whether it is to be theirs. A row of nobody's
 * unit is the same for all.
 */
const mine = (unit: string) => `(${unit} = $1) = $2`;
const party = (incident: string) =>
  `EXISTS (SELECT FROM "IncidentParty" p WHERE p."incidentId" = ${incident} AND p."unitId" = $1) = $2`;
const received = (directive: string) =>
  `EXISTS (SELECT FROM "DirectiveReceipt" r WHERE r."directiveId" = ${directive} AND r."unitId" = $1) = $2`;
const first = (sql: string) => `SELECT id FROM (${sql}) f ORDER BY id::text LIMIT 1`;
const openIncident = `SELECT id FROM "Incident" i WHERE ${party("i.id")} AND i.state NOT IN ('closed', 'merged', 'rejected') AND i."drillId" IS NULL`;
const ofIncident = (table: string, where = "true") =>
  `SELECT x.id FROM "${table}" x WHERE x."incidentId" = (${first(openIncident)}) AND ${where}`;

const issuedDirective = `SELECT d.id FROM "Directive" d WHERE d.state = 'issued' AND ${received("d.id")}`;
const leadAssignment = `SELECT id FROM "Assignment" WHERE ${mine(`"unitId"`)} AND role = 'lead'`;
/** Not the one of the staff who walk: of their own they may do all, of a colleague's nothing. */
const shift = `SELECT id FROM "Shift" WHERE ${mine(`"unitId"`)} AND "personId" NOT IN
  (SELECT p.id FROM "DutyPerson" p JOIN "User" u ON u.id = p."userId" WHERE u.role = 'unit_staff')`;
const any = (table: string, where = "true") => `SELECT id FROM "${table}" WHERE ${where}`;

export const things = {
  // Nobody's own.
  advisoryId: any("Advisory", `"sentAt" IS NOT NULL`),
  draftAdvisoryId: any("Advisory", `"sentAt" IS NULL`),
  campaignId: `SELECT c.id FROM "Campaign" c JOIN "Roster" r ON r."campaignId" = c.id WHERE c."openedAt" IS NOT NULL AND c."closedAt" IS NULL`,
  directiveId: issuedDirective,
  calledUnitId: `SELECT "unitId" AS id FROM "DirectiveReceipt" WHERE "directiveId" = (${first(issuedDirective)})`,
  lateAssignmentId: `SELECT a.id FROM "Assignment" a JOIN "Directive" d ON d.id = a."directiveId" JOIN "Roster" r ON r."campaignId" = d."campaignId" JOIN "Campaign" c ON c.id = d."campaignId" WHERE c."openedAt" IS NOT NULL AND c."closedAt" IS NULL`,
  closedCampaignId: any("Campaign", `"closedAt" IS NOT NULL`),
  draftCampaignId: any("Campaign", `"openedAt" IS NULL`),
  draftId: any("Directive", "state = 'draft'"),
  signingId: any("Directive", "state = 'for_signature'"),
  drillId: any("IncidentDrill"),
  escalationLadderId: any("EscalationLadder"),
  escalationStepId: any("EscalationStep"),
  groupId: any("RecipientGroup"),
  holidayId: any("PublicHoliday"),
  incidentRuleId: any("IncidentDeadlineRule"),
  deadlineRuleId: any("DeadlineRule"),
  kindCode: `SELECT code AS id FROM "UnitKind"`,
  ladderId: any("ReminderLadder"),
  lessonId: any("CampaignLesson"),
  messageId: any("AwarenessMessage"),
  periodId: any("ComplaintPeriod"),
  productId: any("Product"),
  ladderRuleId: any("ReminderRule"),
  roundId: any("SweepRound"),
  sourceId: any("ReportedSource"),
  synthesisId: any("Synthesis"),
  taskTemplateId: any("IncidentTaskTemplate"),
  campaignTemplateId: any("CampaignTemplate"),
  reorganisationId: any("Reorganisation"),
  // A unit's.
  unitId: `SELECT id FROM "Unit" WHERE ${mine("id")} AND "validTo" IS NULL AND "kindCode" IN (SELECT code FROM "UnitKind" WHERE home IS NOT NULL)`,
  handledUnitId: `SELECT "unitId" AS id FROM "AdvisoryHandling" WHERE ${mine(`"unitId"`)}`,
  activityId: `SELECT id FROM "AwarenessActivity" WHERE ${mine(`"unitId"`)}`,
  assignmentId: leadAssignment,
  assignmentDirectiveId: `SELECT "directiveId" AS id FROM "Assignment" WHERE id = (${first(leadAssignment)})`,
  untouchedId: `SELECT d.id FROM "Directive" d WHERE d.subject = 'Thử cửa, chưa ai làm' AND ${received("d.id")}`,
  untouchedAssignmentId: `SELECT a.id FROM "Assignment" a JOIN "Directive" d ON d.id = a."directiveId" WHERE d.subject = 'Thử cửa, có hạn' AND ${mine(`a."unitId"`)}`,
  recalledId: `SELECT d.id FROM "Directive" d WHERE d.subject = 'Thử cửa, thu hồi' AND ${received("d.id")}`,
  extensionId: `SELECT e.id FROM "ExtensionRequest" e JOIN "Assignment" a ON a.id = e."assignmentId" WHERE ${mine(`a."unitId"`)}`,
  returnId: `SELECT id FROM "ReceiptReturn" WHERE ${mine(`"unitId"`)}`,
  questionId: `SELECT id FROM "Question" WHERE ${mine(`"unitId"`)}`,
  documentId: `SELECT id FROM "ImplementingDocument" WHERE ${mine(`"unitId"`)}`,
  periodicReportId: `SELECT r.id FROM "PeriodicReport" r JOIN "Assignment" a ON a.id = r."assignmentId" WHERE ${mine(`a."unitId"`)}`,
  callId: any("UnitCall"),
  feedId: `SELECT id FROM "CalendarFeed" WHERE ${mine(`"unitId"`)}`,
  dutyPersonId: `SELECT id FROM "DutyPerson" WHERE ${mine(`"unitId"`)} AND name = 'Thử cửa'`,
  absenceId: `SELECT a.id FROM "DutyAbsence" a JOIN "DutyPerson" p ON p.id = a."personId" WHERE ${mine(`p."unitId"`)} AND p.name = 'Thử cửa'`,
  filedQuickReportId: `SELECT id FROM "QuickReport" WHERE ${mine(`"unitId"`)} AND "filedAt" IS NOT NULL`,
  watchedUnitId: `SELECT DISTINCT "unitId" AS id FROM "ComplianceLine" WHERE ${mine(`"unitId"`)} AND measure = 'watch'`,
  quickReportId: `SELECT id FROM "QuickReport" WHERE ${mine(`"unitId"`)}`,
  rosterId: `SELECT id FROM "Roster" WHERE ${mine(`"unitId"`)} AND state = 'published'`,
  draftRosterId: `SELECT id FROM "Roster" WHERE ${mine(`"unitId"`)} AND state = 'draft'`,
  submittedRosterId: `SELECT id FROM "Roster" WHERE ${mine(`"unitId"`)} AND state = 'submitted'`,
  shiftId: shift,
  futureShiftId: `SELECT x.id FROM (${shift}) x JOIN "Shift" s ON s.id = x.id WHERE s."publishedAt" IS NOT NULL AND s."toEdition" IS NULL AND s."startsAt" > now() + interval '100 days'`,
  logEntryId: `SELECT id FROM "ShiftLogEntry" WHERE ${mine(`"unitId"`)}`,
  shiftRosterId: `SELECT "rosterId" AS id FROM "Shift" WHERE id = (${first(shift)})`,
  swapId: `SELECT id FROM "SwapRequest" WHERE ${mine(`"unitId"`)} AND reason = 'Thử cửa'`,
  consentedSwapId: `SELECT id FROM "SwapRequest" WHERE ${mine(`"unitId"`)} AND reason = 'Thử cửa, đã đồng ý'`,
  handoverId: `SELECT id FROM "Handover" WHERE ${mine(`"unitId"`)} AND "signedAt" IS NULL`,
  incidentId: openIncident,
  taskId: ofIncident("IncidentTask", `x."doneAt" IS NULL`),
  deadlineId: ofIncident("IncidentDeadline"),
  evidenceId: ofIncident("IncidentEvidence"),
  incidentSystemId: ofIncident("IncidentSystem"),
  incidentReportId: ofIncident("IncidentReport"),
  warningId: `SELECT "warningId" AS id FROM "IncidentWarningReceipt" WHERE ${mine(`"unitId"`)} AND "warningId" = "unitId"`,
  incidentCode: `SELECT 'SC-' || year || '-' || lpad(number::text, 4, '0') AS id FROM "Incident" WHERE "drillId" IS NULL`,
  injectId: `SELECT id FROM "DrillInject" WHERE ${mine(`"unitId"`)}`,
  complaintId: `SELECT id FROM "Complaint" WHERE ${mine(`"telcoId"`)} AND state IN ('new', 'verifying')`,
  importId: `SELECT id FROM "ComplaintImport" WHERE ${mine(`"telcoId"`)}`,
  periodReportId: `SELECT id FROM "PeriodReport" WHERE ${mine(`"telcoId"`)}`,
  authorityRequestId: `SELECT "requestId" AS id FROM "AuthorityRequestReceipt" WHERE ${mine(`"telcoId"`)} AND ($2 OR NOT EXISTS (SELECT FROM "AuthorityRequestReceipt" o WHERE o."requestId" = "AuthorityRequestReceipt"."requestId" AND o."telcoId" = $1))`,
  sourceWarningId: `SELECT "warningId" AS id FROM "SourceWarningReceipt" WHERE ${mine(`"unitId"`)} AND "warningId" = "unitId"`,
  outageId: `SELECT id FROM "Outage" WHERE ${mine(`"unitId"`)}`,
  systemId: `SELECT id FROM "InformationSystem" WHERE ${mine(`"unitId"`)}`,
  fileId: `SELECT f.id FROM "StoredFile" f JOIN "Evidence" e ON e."fileId" = f.id WHERE ${mine(`f."unitId"`)}`,
  // A person's.
  accountId: `SELECT id FROM "User" WHERE ${mine(`"unitId"`)}`,
  sessionId: `SELECT id FROM "Session" WHERE ("userId" = $3) = $2`,
  filterId: `SELECT id FROM "SavedFilter" WHERE ("userId" = $3) = $2`,
  telcoUnitId: `SELECT n.id FROM "Unit" n JOIN "UnitKind" k ON k.code = n."kindCode" WHERE k.home = 'telecom' AND n.id <> $1 AND n."validTo" IS NULL`,
  deskUnitId: `SELECT "unitId" AS id FROM "IncidentDesk"`,
  reminderId: `SELECT id FROM "Reminder" WHERE ${mine(`"unitId"`)}`,
  noticeId: `SELECT id FROM "Notice" WHERE ${mine(`"unitId"`)}`,
} as const;

export type Thing = keyof typeof things;
export type Owner = "own" | "other";
export type Places = Record<Person, Record<Owner, Partial<Record<Thing, string>>>>;

/** What each person asks for: their own unit's and another's; absent where there is no such row. */
export async function findThings(client: pg.Client): Promise<Places> {
  const places = {} as Places;
  for (const person of everyone) {
    const { rows } = await client.query(`SELECT id, "unitId" FROM "User" WHERE username = $1`, [
      people[person],
    ]);
    const asker = rows[0];
    places[person] = { own: {}, other: {} };
    for (const [name, sql] of Object.entries(things) as [Thing, string][]) {
      for (const owner of ["own", "other"] as const) {
        const text = `WITH given AS (SELECT $1::uuid AS unit, $2::boolean AS own, $3::uuid AS person) SELECT id FROM (${sql}) x CROSS JOIN given ORDER BY id::text LIMIT 1`;
        const found = await client.query(text, [asker.unitId, owner === "own", asker.id]);
        const id = found.rows[0]?.id;
        if (id) places[person][owner][name] = id;
      }
    }
  }
  return places;
}
