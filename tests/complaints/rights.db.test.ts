import { randomUUID } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import type { Actor } from "@/lib/auth/actor";
import { warnOfSource } from "@/lib/complaints/clusters/commands";
import { findCluster, listClusters } from "@/lib/complaints/clusters/queries";
import { clusterFilterSchema } from "@/lib/complaints/clusters/schema";
import { takeImport, uploadImport } from "@/lib/complaints/import/commands";
import { runImport } from "@/lib/complaints/import/running/commands";
import { rejectComplaint } from "@/lib/complaints/moves/commands";
import { askForReports, sendPeriodReport } from "@/lib/complaints/reports/commands";
import { countFigures } from "@/lib/complaints/reports/queries";
import { columns, extras, fieldName } from "@/lib/complaints/reports/schema";
import { answerRequest, sendRequest } from "@/lib/complaints/requests/commands";
import { complaintKinds } from "@/lib/complaints/schema";
import { db } from "@/lib/db";
import { readTable } from "@/lib/documents/table";
import type { FormAction } from "@/lib/form-state";
import { reportOutage } from "@/lib/infrastructure/commands";
import { findOwnInfrastructure, listInfrastructure } from "@/lib/infrastructure/queries";
import { localInput, now } from "@/lib/time";
import {
  aDistrictWithTelcos,
  aNumber,
  anEnteredComplaint,
  type DistrictWithTelcos,
} from "@/tests/support/complaints";

/** Who asks now: the doors below are called as a browser would, with no page before them. */
const asking = vi.hoisted(() => ({ actor: null as unknown }));
vi.mock("@/lib/auth/session", () => ({
  currentActor: async () => asking.actor,
  requireActor: async () => asking.actor,
}));
vi.mock("next/cache", () => ({ revalidatePath: () => {} }));
vi.mock("next/server", () => ({ after: () => {} }));

const cases = await import("@/app/(workspace)/complaints/actions");
const files = await import("@/app/(workspace)/complaints/import/actions");
const sources = await import("@/app/(workspace)/complaints/sources/actions");
const requests = await import("@/app/(workspace)/complaints/requests/actions");
const periods = await import("@/app/(workspace)/complaints/periods/actions");
const networks = await import("@/app/(workspace)/complaints/infrastructure/actions");
const exported = await import("@/app/api/complaints/route");
const badRows = await import("@/app/api/complaints/imports/[id]/route");
const reportPaper = await import("@/app/api/complaints/reports/[id]/[form]/route");
const reportBook = await import("@/app/api/complaints/reports/[id]/workbook/route");
const periodSheet = await import("@/app/api/complaints/periods/[id]/route");
const evidence = await import("@/app/api/files/[id]/route");

afterAll(() => {
  vi.doUnmock("@/lib/auth/session");
  vi.doUnmock("next/cache");
  vi.doUnmock("next/server");
  vi.resetModules();
});

type Fields = Record<string, string | File>;

async function press(actor: Actor | null, action: FormAction, fields: Fields) {
  asking.actor = actor;
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  try {
    const state = await action({ status: "idle" }, form);
    if (state.status === "done") return "yes";
    if (state.status !== "refused") return JSON.stringify(state);
    return /Không tìm thấy/.test(state.message) ? "404" : "no";
  } catch (error) {
    if (String((error as { digest?: string }).digest).startsWith("NEXT_REDIRECT")) return "yes";
    throw error;
  }
}

type Route = { GET: (request: Request, context: never) => Promise<Response> };

async function fetched(actor: Actor | null, route: Route, params: Record<string, string>) {
  asking.actor = actor;
  const context = { params: Promise.resolve(params) } as never;
  const { status } = await route.GET(new Request("http://x/"), context);
  return status === 200 ? "yes" : String(status);
}

let d: DistrictWithTelcos;
let requestId: string;
let answeredId: string;
let periodId: string;
let reportId: string;
let sentReportId: string;

beforeAll(async () => {
  d = await aDistrictWithTelcos();
  requestId = await aRequest();
  answeredId = await aRequest();
  await answerRequest(d.liaison, {
    requestId: answeredId,
    result: "done",
    note: "",
    files: [new File(["Đã chạy lệnh."], "lenh.txt", { type: "text/plain" })],
  });
  ({ periodId, reportId } = await aPeriod("2071"));
  sentReportId = (await aPeriod("2072")).reportId;
  await sendPeriodReport(d.liaison, {
    reportId: sentReportId,
    requestId: randomUUID(),
    edition: 0,
    figures: await countFigures(db, d.telco.id, {
      startsOn: new Date("2072-01-01"),
      endsOn: new Date("2072-01-07"),
    }),
    note: "",
    reason: "",
  });
});

async function aPeriod(year: string) {
  const { id } = await askForReports(d.officer, {
    name: `Tuần 1/${year}`,
    startsOn: `${year}-01-01`,
    endsOn: `${year}-01-07`,
    dueAt: new Date(`${year}-01-09T17:00:00+07:00`),
  });
  const report = await db.periodReport.findUniqueOrThrow({
    where: { periodId_telcoId: { periodId: id, telcoId: d.telco.id } },
  });
  return { periodId: id, reportId: report.id };
}

async function aRequest() {
  const { id } = await sendRequest(d.policeLead, {
    requestId: randomUUID(),
    reference: "",
    act: "block_number",
    target: aNumber(),
    reason: "Giả danh công an",
    dueAt: new Date(now().getTime() + 3_600_000),
    telcoIds: [d.telco.id],
  });
  return id;
}

/** The telco's own file; `run` takes it in. */
async function anImport(run = false) {
  const importId = randomUUID();
  const text = `Ngày,Loại,Nguồn\n20/01/2025,S,${aNumber()}\n20/01/2025,???,${aNumber()}\n`;
  await uploadImport(d.liaison, { importId, file: new File([text], "a.csv") });
  if (run) {
    await takeImport(d.liaison, { importId });
    await runImport(d.liaison, importId);
  }
  return { importId };
}

async function aCase(ended = false) {
  const { complaintId } = await anEnteredComplaint(d.liaison);
  if (ended) await rejectComplaint(d.liaison, { complaintId, version: 1, reason: "Không đúng" });
  return { complaintId, version: ended ? "2" : "1" };
}

async function anOutage() {
  const outageId = randomUUID();
  await reportOutage(d.liaison, {
    outageId,
    what: "Đứt cáp",
    startsAt: new Date(now().getTime() - 3_600_000),
    communeIds: [],
  });
  return { outageId, endsAt: localInput(now()) };
}

const zeros = () =>
  Object.fromEntries([
    ...complaintKinds.flatMap((kind) => columns.map((column) => [fieldName(kind, column), "0"])),
    ...extras.map((extra) => [extra, "0"]),
  ]);

type Door = [name: string, action: FormAction, fields: () => Fields | Promise<Fields>];
const reason = "Vì lý do này";

/** What the telco may do with what is its own; each on a thing made for it. */
const own: Door[] = [
  ["verify", cases.verifyComplaintAction, () => aCase()],
  [
    "handle",
    cases.handleComplaintAction,
    async () => ({
      ...(await aCase()),
      step: "blocked_two_way",
      takenAt: localInput(new Date(now().getTime() - 60_000)),
      outcome: "handled",
    }),
  ],
  ["reject", cases.rejectComplaintAction, async () => ({ ...(await aCase()), reason })],
  ["pass", cases.passComplaintAction, async () => ({ ...(await aCase()), reason })],
  ["reopen", cases.reopenComplaintAction, async () => ({ ...(await aCase(true)), reason })],
  [
    "route",
    cases.routeComplaintAction,
    async () => ({ ...(await aCase()), telcoId: d.otherTelco.id }),
  ],
  [
    "reveal",
    cases.revealComplainantAction,
    async () => ({ complaintId: (await aCase()).complaintId }),
  ],
  [
    "match",
    files.matchColumnsAction,
    async () => ({ ...(await anImport()), receivedAt: "0", kind: "1", source: "2" }),
  ],
  ["take", files.takeImportAction, () => anImport()],
  ["discard", files.discardImportAction, () => anImport()],
  ["undo", files.undoImportAction, () => anImport(true)],
  ["answer", requests.answerRequestAction, () => ({ requestId, result: "done" })],
  [
    "report",
    periods.sendPeriodReportAction,
    () => ({ ...zeros(), reportId, requestId: randomUUID(), edition: "0" }),
  ],
  ["outage ends", networks.endOutageAction, () => anOutage()],
];

describe("what is one telco's opens to nobody else by any action", () => {
  test.each(own)("%s", async (_name, action, fieldsOf) => {
    const fields = await fieldsOf();
    for (const stranger of [d.otherLiaison, d.lead, d.observer, d.administrator]) {
      expect(await press(stranger, action, fields), stranger.role).toBe("404");
    }
    expect(await press(null, action, fields)).toBe("no");
    // The same door and the same words, by whoever it belongs to: so it was the right that was missing.
    expect(await press(d.liaison, action, fields)).toBe("yes");
  });
});

/** Whoever coordinates may, a telco never. */
const above: Door[] = [
  [
    "ask telcos",
    requests.sendRequestAction,
    () => ({
      requestId: randomUUID(),
      act: "block_number",
      target: aNumber(),
      reason,
      dueAt: localInput(new Date(now().getTime() + 3_600_000)),
      "telcoIds[]": d.telco.id,
    }),
  ],
  [
    "warn of a source",
    sources.warnOfSourceAction,
    async () => ({ warningId: randomUUID(), sourceId: await aSource(), text: "Không nghe máy." }),
  ],
  [
    "ask for reports",
    periods.askForReportsAction,
    () => ({
      name: "Kỳ mới",
      startsOn: "2073-01-01",
      endsOn: "2073-01-07",
      dueAt: "2073-01-09T17:00",
    }),
  ],
  [
    "return a report",
    periods.returnPeriodReportAction,
    () => ({ reportId: sentReportId, edition: "1", reason }),
  ],
  [
    "set times",
    cases.saveComplaintSettingAction,
    async () => {
      const { version } = await db.complaintSetting.findFirstOrThrow();
      return { dueHours: "72", retentionDays: "365", version: String(version) };
    },
  ],
];

/** What is entered anew: by whom it never is, and what is another's, named, is not written over. */
type Entry = [...Door, never: (keyof DistrictWithTelcos)[], taken: () => Promise<Fields>];
const entered: Entry[] = [
  [
    "add a complaint",
    cases.addComplaintAction,
    () => aForm(),
    ["otherLiaison", "observer", "administrator"],
    async () => {
      const { complaintId } = await anEnteredComplaint(d.liaison);
      return { ...aForm(), complaintId, telcoId: d.otherTelco.id };
    },
  ],
  [
    "upload a file",
    files.uploadImportAction,
    () => aFileOf(randomUUID()),
    ["lead", "observer", "administrator", "policeStaff", "officer"],
    async () => aFileOf((await anImport()).importId),
  ],
  [
    "report an outage",
    networks.reportOutageAction,
    () => anOutageForm(randomUUID()),
    ["lead", "observer", "administrator", "policeStaff", "officer"],
    async () => anOutageForm((await anOutage()).outageId),
  ],
];

const aForm = () => ({
  complaintId: randomUUID(),
  telcoId: d.telco.id,
  channel: "line_156",
  kind: "spam_call",
  source: aNumber(),
  receivedAt: localInput(new Date(now().getTime() - 120_000)),
});

const aFileOf = (importId: string) => ({
  importId,
  file: new File([`Ngày,Loại,Nguồn\n20/01/2025,S,${aNumber()}\n`], "b.csv"),
});

const anOutageForm = (outageId: string) => ({
  outageId,
  what: "Mất điện trạm",
  startsAt: localInput(new Date(now().getTime() - 120_000)),
});

describe("what a unit enters is its own", () => {
  test.each(entered)("%s", async (_name, action, fieldsOf, never, taken) => {
    const fields = await fieldsOf();
    for (const name of never) {
      expect(await press(d[name] as Actor, action, fields), name).toMatch(/^(404|no)$/);
    }
    expect(await press(null, action, fields)).toBe("no");
    expect(await press(d.liaison, action, fields)).toBe("yes");
    expect(await press(d.otherLiaison, action, await taken())).toBe("404");
  });

  test("infrastructure: each telco its own day, and nobody else any", async () => {
    const fields = { kind: "report", version: "0", stationsTotal: "40", stationsDown: "1" };
    for (const stranger of [d.lead, d.observer, d.administrator, d.policeStaff, d.officer, null]) {
      expect(await press(stranger, networks.fileInfrastructureAction, fields)).toBe("no");
    }
    expect(await press(d.liaison, networks.fileInfrastructureAction, fields)).toBe("yes");
    const days = () => db.infrastructureDay.findMany({ where: { unitId: d.telco.id } });
    const before = await days();
    const report = { kind: "report", version: "0", stationsTotal: "7", stationsDown: "7" };
    expect(await press(d.otherLiaison, networks.fileInfrastructureAction, report)).toBe("yes");
    expect(await days()).toEqual(before);
  });

  test("a warning is acknowledged for one's own unit, by no telco", async () => {
    const warningId = randomUUID();
    await warnOfSource(d.policeLead, {
      warningId,
      sourceId: await aSource(),
      text: "Không nghe số này.",
    });
    const receipts = () =>
      db.sourceWarningReceipt.findMany({
        where: { warningId, acknowledgedAt: { not: null } },
        select: { unitId: true },
      });
    const action = sources.acknowledgeSourceWarningAction;
    for (const stranger of [d.liaison, d.otherLiaison, d.observer, d.policeStaff, null]) {
      expect(await press(stranger, action, { warningId })).toMatch(/^(404|no)$/);
    }
    expect(await receipts()).toEqual([]);
    expect(await press(d.lead, action, { warningId })).toBe("yes");
    expect(await receipts()).toEqual([{ unitId: d.lead.unitId }]);
  });
});

describe("what is the district's and the police's opens to no telco", () => {
  test.each(above)("%s", async (_name, action, fieldsOf) => {
    const fields = await fieldsOf();
    for (const stranger of [d.liaison, d.otherLiaison, d.lead, d.observer, null]) {
      expect(await press(stranger, action, fields), stranger?.role).toMatch(/^(404|no)$/);
    }
    expect(await press(d.officer, action, fields)).toBe("yes");
  });
});

async function aSource() {
  const { source } = await anEnteredComplaint(d.liaison);
  return (await db.reportedSource.findFirstOrThrow({ where: { value: source } })).id;
}

describe("what is one telco's is fetched by nobody else", () => {
  const strangers = () => [d.otherLiaison, d.lead, null];

  test("rows to mend", async () => {
    const { importId: id } = await anImport(true);
    for (const stranger of [...strangers(), d.officer, d.policeStaff]) {
      expect(await fetched(stranger, badRows as Route, { id })).toBe("404");
    }
    expect(await fetched(d.liaison, badRows as Route, { id })).toBe("yes");
  });

  test("its period report, in any form", async () => {
    for (const form of ["docx", "pdf"]) {
      const params = { id: sentReportId, form };
      for (const stranger of strangers())
        expect(await fetched(stranger, reportPaper as Route, params)).toBe("404");
      expect(await fetched(d.liaison, reportPaper as Route, params)).toBe("yes");
    }
    for (const stranger of strangers())
      expect(await fetched(stranger, reportBook as Route, { id: sentReportId })).toBe("404");
    expect(await fetched(d.liaison, reportBook as Route, { id: sentReportId })).toBe("yes");
  });

  test("telcos side by side", async () => {
    for (const stranger of [...strangers(), d.liaison])
      expect(await fetched(stranger, periodSheet as Route, { id: periodId })).toBe("404");
    expect(await fetched(d.officer, periodSheet as Route, { id: periodId })).toBe("yes");
  });

  test("evidence of its answer", async () => {
    const { fileId: id } = await db.requestEvidence.findFirstOrThrow({
      where: { requestId: answeredId },
    });
    for (const stranger of strangers())
      expect(await fetched(stranger, evidence as Route, { id })).not.toBe("yes");
    for (const person of [d.liaison, d.policeLead])
      expect(await fetched(person, evidence as Route, { id })).toBe("yes");
  });

  test("its cases as a workbook: nobody's number is in it, and no other's case", async () => {
    const { source } = await anEnteredComplaint(d.liaison, {
      content: "Gọi lại 0977 000 222 cho tôi",
    });
    const sheet = async (actor: Actor | null, query: string) => {
      asking.actor = actor;
      const answer = await exported.GET(new Request(`http://x/api/complaints?${query}`));
      if (answer.status !== 200) return String(answer.status);
      const rows = await readTable(new Uint8Array(await answer.arrayBuffer()));
      return JSON.stringify(rows);
    };
    const query = `show=all&q=${source}`;
    const mine = await sheet(d.liaison, query);
    expect(mine).toContain(source);
    expect(mine).not.toMatch(/0977 ?000 ?222|Nông Thị Lan/);
    for (const stranger of [d.otherLiaison, d.lead]) {
      expect(await sheet(stranger, query)).not.toContain(source);
      expect(await sheet(stranger, `show=all&telco=${d.telco.id}`)).not.toContain(source);
    }
    expect(await sheet(d.observer, query)).toBe("404");
    expect(await sheet(null, query)).toBe("404");
  });
});

test("the view over all telcos, their networks and their sources is not a telco's to ask for", async () => {
  const sourceId = await aSource();
  await warnOfSource(d.policeLead, {
    warningId: randomUUID(),
    sourceId,
    text: "Không nghe số này.",
  });
  for (const person of [d.liaison, d.otherLiaison, d.lead]) {
    expect(await findCluster(person, sourceId)).toBeNull();
    expect((await listClusters(person, clusterFilterSchema.parse({}))).rows).toEqual([]);
    expect(await listInfrastructure(person)).toEqual([]);
  }
  expect(await findOwnInfrastructure(d.lead)).toBeNull();
  const { days = [] } = (await findOwnInfrastructure(d.otherLiaison)) ?? {};
  expect(days.filter(({ unitId }) => unitId !== d.otherTelco.id)).toEqual([]);
});

/** Within other commands, or on the clock: no person's door leads to them. */
const inner: Record<string, string[]> = {
  nextCode: [],
  writeComplaintEntry: [],
  // After the door of `takeImport`, which is held to whose file it is.
  runImport: ["app/(workspace)/complaints/import/actions.ts"],
  resumeImports: [],
  rotateComplainants: [],
  eraseComplainants: [],
  raiseLateRequests: [],
  raiseMissingPeriodReports: [],
};

describe("nothing is left out above", () => {
  test("every action of these pages was pressed by strangers", () => {
    const all = [cases, files, sources, requests, periods, networks].flatMap(Object.values);
    const pressed = [
      ...[...own, ...above, ...entered].map(([, action]) => action),
      networks.fileInfrastructureAction,
      sources.acknowledgeSourceWarningAction,
    ];
    expect(new Set(pressed)).toEqual(new Set(all));
    const modules = filesUnder("app/(workspace)/complaints", "actions.ts");
    expect(modules).toHaveLength(6);
  });

  test("every command is behind one of those actions, or behind no door at all", () => {
    const commands = ["lib/complaints", "lib/infrastructure"]
      .flatMap((folder) => filesUnder(folder, "commands.ts"))
      .flatMap((file) =>
        [...textOf(file).matchAll(/^export (?:async )?(?:function|const) (\w+)/gm)].map(
          ([, name = ""]) => name,
        ),
      );
    const actions = [cases, files, sources, requests, periods, networks].flatMap(Object.keys);
    const doors = commands.filter((name) => actions.includes(`${name}Action`));
    expect([...doors, ...Object.keys(inner)].sort()).toEqual(commands.sort());
    const app = [...filesUnder("app", ".ts"), ...filesUnder("app", ".tsx")];
    for (const [name, from] of Object.entries(inner)) {
      const callers = app.filter((file) => new RegExp(`\\b${name}\\b`).test(textOf(file)));
      expect(callers, name).toEqual(from);
    }
  });

  test("every file that is sent out was asked for by strangers", () => {
    expect(filesUnder("app/api/complaints", "route.ts").sort()).toEqual([
      "app/api/complaints/imports/[id]/route.ts",
      "app/api/complaints/periods/[id]/route.ts",
      "app/api/complaints/reports/[id]/[form]/route.ts",
      "app/api/complaints/reports/[id]/workbook/route.ts",
      "app/api/complaints/route.ts",
    ]);
  });
});

const textOf = (file: string) => readFileSync(file, "utf8");

const filesUnder = (folder: string, ending: string) =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(ending))
    .map((name) => `${folder}/${name}`);
