import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import type { Actor } from "@/lib/auth/actor";
import { db } from "@/lib/db";
import type { FormAction } from "@/lib/form-state";
import { loadCase } from "@/lib/incidents/case/queries";
import { findIncident } from "@/lib/incidents/detail/queries";
import { addEvidence } from "@/lib/incidents/evidence/commands";
import { summariseIncidents } from "@/lib/incidents/figures/queries";
import { takeIncident } from "@/lib/incidents/handling/commands";
import { listIncidents } from "@/lib/incidents/queries";
import { fileIncidentReport } from "@/lib/incidents/reports/commands";
import { caseCode } from "@/lib/incidents/rules";
import { incidentFilterSchema } from "@/lib/incidents/schema";
import { localInput, now } from "@/lib/time";
import {
  aDistrictWithPolice,
  aReportedIncident,
  type DistrictWithPolice,
} from "@/tests/support/incidents";

/** Who asks now: the doors below are called as a browser would, with no page before them. */
const asking = vi.hoisted(() => ({ actor: null as unknown }));
vi.mock("@/lib/auth/session", () => ({
  currentActor: async () => asking.actor,
  requireActor: async () => asking.actor,
}));
vi.mock("next/cache", () => ({ revalidatePath: () => {} }));

const doors = {
  case: await import("@/app/(workspace)/incidents/[id]/actions"),
  warnings: await import("@/app/(workspace)/incidents/warnings/actions"),
  drills: await import("@/app/(workspace)/incidents/drills/actions"),
  rules: await import("@/app/(workspace)/admin/incident-rules/actions"),
  evidence: await import("@/app/api/incidents/evidence/[id]/route"),
};

afterAll(() => {
  vi.doUnmock("@/lib/auth/session");
  vi.doUnmock("next/cache");
  vi.resetModules();
});

type Fields = Record<string, string | File>;

async function press(actor: Actor, action: FormAction, fields: Fields) {
  asking.actor = actor;
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  try {
    const state = await action({ status: "idle" }, form);
    if (state.status === "done") return "yes";
    if (state.status === "refused") return /Không tìm thấy/.test(state.message) ? "404" : "no";
    return JSON.stringify(state);
  } catch (error) {
    if (String((error as { digest?: string }).digest).startsWith("NEXT_REDIRECT")) return "yes";
    throw error;
  }
}

/** The rows of the table; each is told of a case that was reported, and taken by the police or not. */
const columns = [
  "staff",
  "lead",
  "policeStaff",
  "supportLead",
  "otherLead",
  "liaison",
  "officer",
  "leader",
  "observer",
  "administrator",
] as const;
type Who = (typeof columns)[number];

type Case = { id: string; version: string; taskId: string; evidenceId: string };
type Door = (actor: Actor, of: Case) => Promise<string>;

const on =
  (action: FormAction, fields: (of: Case) => Fields | Promise<Fields>): Door =>
  async (actor, of) =>
    press(actor, action, { incidentId: of.id, version: of.version, ...(await fields(of)) });

const { case: door } = doors;
const request = () => ({ requestId: randomUUID() });

const actions: Record<string, Door> = {
  take: on(door.takeIncidentAction, () => ({})),
  entry: on(door.addEntryAction, () => ({
    ...request(),
    text: "Đã kiểm tra",
    happenedAt: localInput(new Date(now().getTime() - 60_000)),
  })),
  step: on(door.tickStepAction, () => ({ step: "unplug" })),
  evidence: on(door.addEvidenceAction, () => ({
    ...request(),
    "files[]": new File(["log"], "may.log"),
  })),
  indicators: on(door.addIndicatorsAction, () => ({ text: `xau-${randomUUID()}.com` })),
  system: on(door.addSystemAction, () => ({ ...request(), name: "Máy chủ", level: "2" })),
  finish: on(door.finishTaskAction, ({ taskId }) => ({ taskId })),
  escalate: on(door.escalateIncidentAction, () => ({ reason: "Không tự làm được" })),
  download: async (actor, { evidenceId }) => {
    asking.actor = actor;
    const params = Promise.resolve({ id: evidenceId });
    const answer = await doors.evidence.GET(new Request("http://x/"), { params });
    return answer.status === 200 ? "yes" : String(answer.status);
  },
  assign: on(door.assignIncidentAction, async ({ id }) => ({
    handlerUnitId: (await db.incident.findUniqueOrThrow({ where: { id } })).handlerUnitId ?? "",
  })),
  classify: on(door.classifyIncidentAction, () => ({
    kind: "malware",
    severity: "low",
    statutoryClass: "ordinary",
    tlp: "green",
  })),
  move: on(door.moveIncidentAction, () => ({ to: "verified" })),
  addTask: on(door.addTaskAction, () => ({ ...request(), text: "Việc thêm" })),
  assignTask: on(door.assignTaskAction, ({ taskId }) => ({ taskId, assigneeId: "" })),
  handOver: on(door.handOverEvidenceAction, ({ evidenceId }) => ({
    evidenceId,
    receiver: "Công an tỉnh",
  })),
  meet: on(door.meetDeadlineAction, async ({ id }) => ({
    note: "Đã gửi email",
    deadlineId: (
      await db.incidentDeadline.findFirstOrThrow({ where: { incidentId: id, metAt: null } })
    ).id,
  })),
  warn: on(doors.warnings.warnUnitsAction, ({ id }) => ({
    incidentId: id,
    ...request(),
    text: "Rà soát các dấu hiệu kèm theo",
    "unitIds[]": district.otherLead.unitId,
  })),
  merge: on(door.mergeIncidentAction, async () => {
    const into = await aReportedIncident(district.staff);
    return { into: caseCode(await db.incident.findUniqueOrThrow({ where: { id: into } })) };
  }),
};

/** `+` may, `-` is refused, `0` there is no such thing: one sign a column, in the order above. */
const table: Record<string, string> = {
  //          S L P H O T D D B A
  take: "- + + 0 0 0 + + 0 0",
  entry: "+ + + 0 0 0 + + 0 0",
  step: "+ + + 0 0 0 + + 0 0",
  evidence: "+ + + 0 0 0 + + 0 0",
  indicators: "+ + + 0 0 0 + + 0 0",
  system: "+ + + 0 0 0 + + 0 0",
  finish: "+ + + 0 0 0 + + 0 0",
  escalate: "+ + + 0 0 0 + + 0 0",
  download: "+ + + 0 0 0 + + 0 0",
  assign: "- - + 0 0 0 + + 0 0",
  classify: "- - + 0 0 0 + + 0 0",
  move: "- - + 0 0 0 + + 0 0",
  addTask: "- - + 0 0 0 + + 0 0",
  assignTask: "- - + 0 0 0 + + 0 0",
  handOver: "- - + 0 0 0 + + 0 0",
  meet: "- - + 0 0 0 + + 0 0",
  warn: "- - + 0 0 0 + + 0 0",
  merge: "- - + 0 0 0 + + 0 0",
};

const outcomes: Record<string, string> = { "+": "yes", "-": "no", "0": "404" };

let district: DistrictWithPolice;
beforeAll(async () => {
  district = await aDistrictWithPolice();
});

async function aCase(taken: boolean): Promise<Case> {
  const id = await aReportedIncident(district.staff);
  const evidenceId = randomUUID();
  const files = [new File(["ảnh"], "anh.txt")];
  await addEvidence(district.staff, { incidentId: id, requestId: evidenceId, note: "", files });
  if (taken) await takeIncident(district.policeStaff, { incidentId: id });
  const { version } = await db.incident.findUniqueOrThrow({ where: { id } });
  const task = await db.incidentTask.findFirstOrThrow({ where: { incidentId: id } });
  return { id, version: String(version), taskId: task.id, evidenceId };
}

describe("every action, called by everyone without a page before it", () => {
  test.each(Object.keys(actions))("%s", async (name) => {
    const expected = table[name]?.split(" ").map((sign) => outcomes[sign]);
    const found: string[] = [];
    for (const who of columns) {
      const of = await aCase(name !== "take");
      found.push((await actions[name]?.(district[who], of)) ?? "");
    }
    expect(Object.fromEntries(columns.map((who, i) => [who, found[i]]))).toEqual(
      Object.fromEntries(columns.map((who, i) => [who, expected?.[i]])),
    );
  });

  test("and by nobody at all", async () => {
    asking.actor = null;
    const of = await aCase(true);
    const state = await door.takeIncidentAction({ status: "idle" }, new FormData());
    expect(state).toMatchObject({ status: "refused", message: /Phiên đăng nhập đã hết/ });
    const params = Promise.resolve({ id: of.evidenceId });
    expect((await doors.evidence.GET(new Request("http://x/"), { params })).status).toBe(404);
  });
});

describe("what belongs to no case", () => {
  const may: Record<string, Who[]> = {
    rules: ["administrator"],
    drills: ["officer", "leader"],
    figures: ["officer", "leader", "observer", "administrator"],
  };
  const doorsOf: Record<string, (actor: Actor) => Promise<string>> = {
    rules: (actor) =>
      press(actor, doors.rules.createIncidentRuleAction, {
        duty: "notice",
        trigger: "detected",
        statutoryClass: "",
        kind: "",
        amount: "5",
        unit: "days",
        recipients: "Chủ quản",
        source: "Thử nghiệm",
        confidence: "district",
        note: "",
        validFrom: "2030-01-01",
        validTo: "2030-01-02",
      }),
    drills: (actor) =>
      press(actor, doors.drills.createDrillAction, { ...request(), name: "Diễn tập thử" }),
    figures: async (actor) => ((await summariseIncidents(actor, {})) ? "yes" : "no"),
  };
  test.each(Object.keys(may))("%s", async (name) => {
    for (const who of columns) {
      const outcome = await doorsOf[name]?.(district[who]);
      expect(outcome, who).toBe(may[name]?.includes(who) ? "yes" : "no");
    }
  });
});

test("the page, the list and the case for print show the same cases", async () => {
  const { id } = await aCase(true);
  for (const who of columns) {
    const actor = district[who];
    const filter = incidentFilterSchema.parse({ show: "all", sort: "newest" });
    const { rows } = await listIncidents(actor, filter);
    const seen = table.entry?.split(" ")[columns.indexOf(who)] === "+";
    expect((await findIncident(actor, id)) !== null, `${who} page`).toBe(seen);
    expect((await loadCase(actor, id)) !== null, `${who} print`).toBe(seen);
    expect(
      rows.some((row) => row.id === id),
      `${who} list`,
    ).toBe(seen);
  }
});

test("a statutory report is filed by those in on the case, once", async () => {
  const { id } = await aCase(true);
  const report = { incidentId: id, requestId: randomUUID(), kind: "initial" as const };
  const file = (actor: Actor) =>
    fileIncidentReport(actor, { ...report, reference: "05/BC-UBND", content: { a: [now()] } });
  await expect(file(district.liaison)).rejects.toMatchObject({ reason: "not-found" });
  await file(district.staff);
  await file(district.staff);
  expect(await db.incidentReport.count({ where: { incidentId: id } })).toBe(1);
});

test("evidence is handed out to be saved, whatever it is", async () => {
  const { id } = await aCase(true);
  const requestId = randomUUID();
  const files = [new File(["<script>alert(1)</script>"], "../../x.html", { type: "text/html" })];
  await addEvidence(district.staff, { incidentId: id, requestId, note: "", files });
  asking.actor = district.policeStaff;
  const answer = await doors.evidence.GET(new Request("http://x/"), {
    params: Promise.resolve({ id: requestId }),
  });
  expect(answer.headers.get("Content-Type")).toBe("application/octet-stream");
  expect(answer.headers.get("Content-Disposition")).toBe(
    `attachment; filename="x.html"; filename*=UTF-8''x.html`,
  );
  expect(answer.headers.get("X-Content-Type-Options")).toBe("nosniff");
  expect(answer.headers.get("Content-Security-Policy")).toContain("sandbox");
  expect(await answer.text()).toBe("<script>alert(1)</script>");
});
