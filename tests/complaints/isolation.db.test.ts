import { randomUUID } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "@/lib/auth/actor";
import { warnOfSource } from "@/lib/complaints/clusters/commands";
import { findCluster, findSourceWarning, listClusters } from "@/lib/complaints/clusters/queries";
import { clusterFilterSchema } from "@/lib/complaints/clusters/schema";
import * as figures from "@/lib/complaints/figures/queries";
import { figureFilterSchema } from "@/lib/complaints/figures/schema";
import { matchColumns, uploadImport } from "@/lib/complaints/import/commands";
import * as imports from "@/lib/complaints/import/queries";
import { matchColumnsSchema } from "@/lib/complaints/import/schema";
import { handleComplaint } from "@/lib/complaints/moves/commands";
import { findOwedOfComplaints } from "@/lib/complaints/owed/queries";
import * as cases from "@/lib/complaints/queries";
import { askForReports } from "@/lib/complaints/reports/commands";
import * as reports from "@/lib/complaints/reports/queries";
import { sendRequest } from "@/lib/complaints/requests/commands";
import * as requests from "@/lib/complaints/requests/queries";
import { requestFilterSchema } from "@/lib/complaints/requests/schema";
import { complaintFilterSchema } from "@/lib/complaints/schema";
import { findComplaintSetting } from "@/lib/complaints/settings/queries";
import { listTelcos } from "@/lib/complaints/standing/queries";
import { db } from "@/lib/db";
import { fileInfrastructure, reportOutage } from "@/lib/infrastructure/commands";
import * as networks from "@/lib/infrastructure/queries";
import { now } from "@/lib/time";
import {
  aDistrictWithTelcos,
  aNumber,
  anEnteredComplaint,
  type DistrictWithTelcos,
} from "@/tests/support/complaints";

/** Said nowhere but in what is the telco's own: whoever reads it has read what is the telco's. */
const MARK = `dấu-${randomUUID().slice(0, 8)}`;
const BLOCKED = 765_432;

let d: DistrictWithTelcos;
let source: string;
let complaintId: string;
let importId: string;
let requestId: string;
let warningId: string;
let sourceId: string;
let periodId: string;
let reportId: string;

beforeAll(async () => {
  d = await aDistrictWithTelcos();
  source = aNumber();
  const at = new Date(now().getTime() - 60_000);
  const told = { source, content: `Nội dung ${MARK}`, complainantName: `Bà ${MARK}` };
  ({ complaintId } = await anEnteredComplaint(d.liaison, { ...told, receivedAt: at }));
  // Twice, and one of them ended with a step of the ladder: so it is a cluster, and has a measure.
  const ended = await anEnteredComplaint(d.liaison, { ...told, receivedAt: at });
  await handleComplaint(d.liaison, {
    complaintId: ended.complaintId,
    version: 1,
    step: "blocked_two_way",
    takenAt: now(),
    note: `Chặn ${MARK}`,
    outcome: "handled",
    scope: "one",
  });
  await anEnteredComplaint(d.otherLead, { source, telcoId: d.telco.id, receivedAt: at });
  await asTheTelcoWorks();
});

async function asTheTelcoWorks() {
  importId = randomUUID();
  const text = `Ngày,Loại,Cột ${MARK}\n20/01/2025,S,${source}\n20/01/2025,???,${source}\n`;
  await uploadImport(d.liaison, { importId, file: new File([text], `${MARK}.csv`) });
  const columns = { importId, receivedAt: "0", kind: "1", source: "2" };
  await matchColumns(d.liaison, matchColumnsSchema.parse(columns));

  requestId = randomUUID();
  await sendRequest(d.policeLead, {
    requestId,
    reference: `12/${MARK}`,
    act: "block_number",
    target: source,
    reason: "Giả danh công an",
    dueAt: new Date(now().getTime() + 3_600_000),
    telcoIds: [d.telco.id],
  });
  sourceId = (await db.reportedSource.findFirstOrThrow({ where: { value: source } })).id;
  warningId = randomUUID();
  await warnOfSource(d.policeLead, { warningId, sourceId, text: `Cảnh báo ${MARK}` });

  ({ id: periodId } = await askForReports(d.officer, {
    name: `Kỳ ${MARK}`,
    startsOn: "2061-01-01",
    endsOn: "2061-01-07",
    dueAt: new Date("2061-01-09T17:00:00+07:00"),
  }));
  const report = await db.periodReport.findUniqueOrThrow({
    where: { periodId_telcoId: { periodId, telcoId: d.telco.id } },
  });
  reportId = report.id;
  await fileInfrastructure(d.liaison, {
    kind: "report",
    version: 0,
    stationsTotal: 10,
    stationsDown: 1,
    linksTotal: 3,
    linksDown: 0,
    onDuty: 2,
    reinforcements: 0,
    attacksBlocked: BLOCKED,
    note: MARK,
  });
  await reportOutage(d.liaison, {
    outageId: randomUUID(),
    what: `Đứt cáp ${MARK}`,
    startsAt: new Date(now().getTime() - 3_600_000),
    communeIds: [],
  });
}

type Door = {
  ask: (actor: Actor) => unknown;
  /** Who must see it, so that the question is known to be one that could tell; the telco if not said. */
  seenBy?: "officer" | "lead";
  /** Whoever else it is for by the rules: all of these are told, and nobody else. */
  alsoFor?: ("officer" | "observer" | "lead")[];
  /** Where no word can be looked for: what is told of the telco's. */
  tells?: (answer: never) => boolean;
};

const anything = complaintFilterSchema.parse({ show: "all" });
const ofTelco = () => complaintFilterSchema.parse({ show: "all", telco: d.telco.id });
const search = () => complaintFilterSchema.parse({ show: "all", q: source });
const all = requestFilterSchema.parse({ show: "all" });
const both = async (...answers: unknown[]) => Promise.all(answers);
const above = { seenBy: "officer" } as const;
const figureOf = () => figureFilterSchema.parse({ telco: d.telco.id });
const hasFigures = (answer: { days: { received?: number }[] } | null) =>
  /"(?:received|scam_call)":[1-9]/.test(JSON.stringify(answer));

/** Each question that there is, asked in every way that could reach another's. */
const queries: Record<string, Door> = {
  listComplaints: {
    ask: (actor) =>
      both(
        cases.listComplaints(actor, anything),
        cases.listComplaints(actor, ofTelco()),
        cases.listComplaints(actor, search()),
      ),
    alsoFor: ["officer"],
  },
  exportComplaints: {
    ask: (actor) =>
      both(cases.exportComplaints(actor, ofTelco()), cases.exportComplaints(actor, search())),
    alsoFor: ["officer"],
  },
  summariseComplaints: {
    ask: (actor) => cases.summariseComplaints(actor),
    alsoFor: ["officer"],
    tells: ({ open }: { open: number }) => open > 0,
  },
  findComplaint: { ask: (actor) => cases.findComplaint(actor, complaintId), alsoFor: ["officer"] },
  listClusters: {
    ask: (actor) => listClusters(actor, clusterFilterSchema.parse({ q: source })),
    ...above,
  },
  findCluster: { ask: (actor) => findCluster(actor, sourceId), ...above },
  findSourceWarning: {
    ask: (actor) => findSourceWarning(actor, warningId),
    seenBy: "lead",
    alsoFor: ["officer"],
  },
  findTelcoHome: {
    ask: (actor) => figures.findTelcoHome(actor),
    tells: (home: { totals: { open: number } } | null) => (home?.totals.open ?? 0) > 0,
  },
  findRecentComplaints: {
    ask: (actor) => figures.findRecentComplaints(actor),
    ...above,
    alsoFor: ["observer"],
    tells: hasFigures,
  },
  findComplaintFigures: {
    ask: (actor) => figures.findComplaintFigures(actor, figureOf()),
    alsoFor: ["officer", "observer"],
    tells: hasFigures,
  },
  listImports: { ask: (actor) => imports.listImports(actor) },
  findColumnTitles: { ask: (actor) => imports.findColumnTitles(actor) },
  findImport: { ask: (actor) => imports.findImport(actor, importId) },
  findBadRows: { ask: (actor) => imports.findBadRows(actor, importId) },
  findOwedOfComplaints: {
    ask: (actor) => findOwedOfComplaints(actor),
    tells: ({ requests: asked }: { requests: unknown[] }) => asked.length > 0,
  },
  listPeriods: {
    ask: async (actor) =>
      (await reports.listPeriods(actor)).flatMap((period) =>
        period.reports.filter(({ telcoId }) => telcoId === d.telco.id).map(() => MARK),
      ),
    alsoFor: ["officer", "observer"],
  },
  findPeriod: {
    ask: (actor) => reports.findPeriod(actor, periodId),
    ...above,
    alsoFor: ["observer"],
  },
  findPeriodReport: {
    ask: (actor) => reports.findPeriodReport(actor, reportId),
    alsoFor: ["officer", "observer"],
  },
  listRequests: { ask: (actor) => requests.listRequests(actor, all), alsoFor: ["officer"] },
  findRequest: { ask: (actor) => requests.findRequest(actor, requestId), alsoFor: ["officer"] },
  findComplaintSetting: {
    ask: (actor) => findComplaintSetting(actor),
    ...above,
    tells: (setting: object | null) => setting !== null,
  },
  listInfrastructure: {
    ask: (actor) => networks.listInfrastructure(actor),
    ...above,
    alsoFor: ["observer"],
  },
  findOwnInfrastructure: { ask: (actor) => networks.findOwnInfrastructure(actor) },
  listOutages: {
    ask: (actor) => networks.listOutages(actor),
    alsoFor: ["officer", "observer"],
  },
};

/** No door of a person's: names everyone may read, or reads within another query or command. */
const inner: Record<string, string> = {
  listTelcos: "names of units, as everyone sees them",
  listCommunes: "names of units, as everyone sees them",
  findPart: "what the actor's own unit is",
  loadComplaintSetting: "within commands",
  countFigures: "within findPeriodReport and sendPeriodReport",
  reachComplaints: "tells nothing; what it opens is in wall.db.test.ts",
  reachAllComplaints: "tells nothing; what it opens is in wall.db.test.ts",
  reachComplaintsOf: "tells nothing; what it opens is in wall.db.test.ts",
  readComplaints: "tells what is read within it",
  overAllComplaints: "tells what is read within it, by the product's own work",
  measureTelcos: "within directives; its own test is in measures.db.test.ts",
  findAssignmentTelco: "within directives; its own test is in measures.db.test.ts",
};

const mentions = (answer: unknown) => {
  const text = JSON.stringify(answer) ?? "";
  return [MARK, source, String(BLOCKED)].some((mark) => text.includes(mark));
};

describe("what a telco has is told to nobody it is not for", () => {
  test.each(Object.entries(queries))("%s", async (_name, door) => {
    const tells = (door.tells ?? mentions) as (answer: unknown) => boolean;
    const told = async (actor: Actor) => tells(await door.ask(actor));
    const owner = d[door.seenBy ?? "liaison"];
    expect(await told(owner), "whom it is for").toBe(true);
    // The lead's commune is not the one that took a complaint down.
    for (const who of ["liaison", "otherLiaison", "lead", "observer", "officer"] as const) {
      if (d[who] === owner) continue;
      const may = (door.alsoFor ?? []).some((one) => one === who);
      expect(await told(d[who]), who).toBe(may);
    }
  });

  test("every query of these domains is in the table", () => {
    const named = [...Object.keys(queries), ...Object.keys(inner)].sort();
    expect(exportsOf("queries.ts").sort()).toEqual(named);
    expect(listTelcos).toBeDefined();
  });
});

/** What these domains export in files of one name, from their text: what nobody imports is found too. */
function exportsOf(file: string) {
  return ["lib/complaints", "lib/infrastructure"].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: "utf8" })
      .filter((name) => path.basename(name) === file)
      .flatMap((name) => {
        const text = readFileSync(path.join(folder, name), "utf8");
        return [...text.matchAll(/^export (?:async )?(?:function|const) (\w+)/gm)].map(
          ([, name = ""]) => name,
        );
      }),
  );
}
