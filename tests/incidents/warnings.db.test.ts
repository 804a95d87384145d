import { randomUUID } from "node:crypto";
import { afterEach, describe, expect, test } from "vitest";
import { systemActor } from "@/lib/auth/system-actor";
import { db } from "@/lib/db";
import { gatherFacts } from "@/lib/duty/quick-reports/facts/queries";
import { happenings } from "@/lib/duty/quick-reports/rules";
import { watchDeadlines } from "@/lib/incidents/deadlines/watch/commands";
import { summariseIncidents } from "@/lib/incidents/figures/queries";
import { takeIncident } from "@/lib/incidents/handling/commands";
import { findIncidentHome } from "@/lib/incidents/home/queries";
import { addIndicators } from "@/lib/incidents/indicators/commands";
import { summariseOpenIncidents } from "@/lib/incidents/queries";
import { acknowledgeWarning, warnUnits } from "@/lib/incidents/warnings/commands";
import { listOwnWarnings } from "@/lib/incidents/warnings/queries";
import { isoDay, now, setClock } from "@/lib/time";
import { auditOf } from "@/tests/support/district";
import { aDistrictWithPolice, aReportedIncident } from "@/tests/support/incidents";

afterEach(() => setClock(undefined));

const HOUR = 3_600_000;
const later = (hours: number) => setClock(new Date(Date.now() + hours * HOUR).toISOString());

describe("a warning", () => {
  test("goes to the chosen units once, each of which answers for itself", async () => {
    const { staff, officer, otherLead, liaison, policeLead } = await aDistrictWithPolice();
    const incidentId = await aReportedIncident(staff, { sign: "phishing" });
    await takeIncident(policeLead, { incidentId });
    const text = ["hxxp://xau[.]com/a"];
    await addIndicators(policeLead, { incidentId, kind: "auto", text, note: "" });
    const input = {
      incidentId,
      requestId: randomUUID(),
      text: "Chặn tên miền giả ngân hàng, báo nếu có người bấm.",
      everyone: false,
      unitIds: [otherLead.unitId, liaison.unitId],
    };
    expect(await warnUnits(officer, input)).toEqual({ units: 2 });
    expect(await warnUnits(officer, input)).toEqual({ units: 2 });
    const { rows } = await listOwnWarnings(otherLead, { page: 1 });
    expect(rows).toHaveLength(1);
    expect(rows[0]?.warning.indicators).toEqual(["hxxp://xau[.]com/a"]);
    expect((await listOwnWarnings(staff, { page: 1 })).rows).toEqual([]);
    expect((await findIncidentHome(liaison)).warnings).toHaveLength(1);

    const warningId = input.requestId;
    await acknowledgeWarning(otherLead, { warningId, answer: "Đã chặn" });
    await expect(acknowledgeWarning(otherLead, { warningId, answer: "" })).rejects.toThrow(
      /đã xác nhận cảnh báo này lúc/,
    );
    await expect(acknowledgeWarning(staff, { warningId, answer: "" })).rejects.toMatchObject({
      reason: "not-found",
    });
    expect((await findIncidentHome(otherLead)).warnings).toEqual([]);
    expect(
      await db.notice.count({
        where: { unitId: otherLead.unitId, subjectId: warningId, seenAt: null },
      }),
    ).toBe(0);
    expect(await auditOf(warningId)).toEqual(["incident-warning.acknowledge"]);
    expect((await auditOf(incidentId)).filter((action) => action === "incident.warn")).toHaveLength(
      1,
    );
  });
});

describe("deadlines are watched", () => {
  test("the unit and the handlers are told when one nears, the district when it has passed, each once", async () => {
    const { staff, policeLead, committee, police } = await aDistrictWithPolice();
    const incidentId = await aReportedIncident(staff);
    await takeIncident(policeLead, { incidentId });
    const told = async (kind: string) =>
      (await db.notice.findMany({ where: { subjectId: incidentId, kind } })).map((n) => n.unitId);
    const due = await db.incidentDeadline.findFirstOrThrow({
      where: { incidentId, metAt: null },
      orderBy: { dueAt: "asc" },
    });
    const hours = (due.dueAt.getTime() - Date.now()) / HOUR;
    await watchDeadlines(systemActor);
    expect(await told("incident.due")).toEqual([]);
    later(hours - 1);
    await Promise.all([watchDeadlines(systemActor), watchDeadlines(systemActor)]);
    expect((await told("incident.due")).sort()).toEqual([staff.unitId, police.id].sort());
    later(hours + 1);
    await watchDeadlines(systemActor);
    await watchDeadlines(systemActor);
    expect(await told("incident.overdue")).toEqual(
      expect.arrayContaining([staff.unitId, police.id, committee.id]),
    );
    expect(new Set(await told("incident.overdue")).size).toBe(
      (await told("incident.overdue")).length,
    );
  });
});

describe("figures", () => {
  test("are for those above, also for who sees no case; a quick report counts the unit's own", async () => {
    const { staff, observer, officer } = await aDistrictWithPolice();
    await aReportedIncident(staff);
    const day = isoDay(now());
    const figures = await summariseIncidents(observer, { from: day, to: day });
    expect(figures?.units.find(({ unitId }) => unitId === staff.unitId)?.total).toBe(1);
    expect(await summariseIncidents(staff, {})).toBeNull();
    const [seen, all] = await Promise.all(
      [observer, officer].map((one) => summariseOpenIncidents(one)),
    );
    expect(seen).toEqual(all);
    expect(await summariseOpenIncidents(staff)).toMatchObject({ open: 1, waiting: 1 });

    const span = { startsAt: new Date(Date.now() - HOUR), endsAt: new Date(Date.now() + HOUR) };
    const facts = await gatherFacts(db, { unitId: staff.unitId, ...span });
    expect(facts.incidents).toEqual({ reported: 1, open: 1 });
    expect(happenings(facts)).toBe(1);
  });
});
