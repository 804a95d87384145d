import { randomUUID } from "node:crypto";
import { afterEach, describe, expect, test } from "vitest";
import type { Actor } from "@/lib/auth/actor";
import { db } from "@/lib/db";
import { endOutage, fileInfrastructure, reportOutage } from "@/lib/infrastructure/commands";
import {
  findOwnInfrastructure,
  listInfrastructure,
  listOutages,
} from "@/lib/infrastructure/queries";
import { type FileInfrastructure, fileInfrastructureSchema } from "@/lib/infrastructure/schema";
import { now, setClock } from "@/lib/time";
import { aDistrictWithTelcos } from "@/tests/support/complaints";
import { auditOf } from "@/tests/support/district";

afterEach(() => setClock(undefined));

const file = (actor: Actor, more: Partial<FileInfrastructure> = {}) =>
  fileInfrastructure(actor, {
    ...fileInfrastructureSchema.parse({ kind: "report", version: 0 }),
    stationsTotal: 31,
    onDuty: 4,
    ...more,
  });
const ago = (minutes: number) => new Date(now().getTime() - minutes * 60_000);

describe("the state of a network", () => {
  test("is told once a day, put right, and on the next day in one tap", async () => {
    const { liaison, officer } = await aDistrictWithTelcos();
    setClock("2025-01-28T08:00:00+07:00");
    await file(liaison, { stationsDown: 2 });
    await expect(file(liaison)).rejects.toMatchObject({ reason: "conflict" });
    await file(liaison, { stationsDown: 1, version: 1 });
    setClock("2025-01-29T00:10:00+07:00");
    const row = async () =>
      (await listInfrastructure(officer)).find(({ id }) => id === liaison.unitId);
    expect((await row())?.report).toBeNull();
    await file(liaison, { kind: "nil" });
    expect((await row())?.report).toMatchObject({ nil: true, stationsTotal: 31, stationsDown: 0 });
    expect(await auditOf(liaison.unitId)).toEqual([
      "infrastructure.file",
      "infrastructure.file",
      "infrastructure.nil",
    ]);
    expect((await findOwnInfrastructure(liaison))?.days).toHaveLength(2);
  });

  test("is not whole while something is cut off", async () => {
    const { liaison } = await aDistrictWithTelcos();
    await reportOutage(liaison, {
      outageId: randomUUID(),
      what: "Đứt cáp",
      startsAt: ago(5),
      communeIds: [],
    });
    await expect(file(liaison, { kind: "nil" })).rejects.toMatchObject({ reason: "conflict" });
  });

  test("is for the telco alone to tell, and for those above to see", async () => {
    const { liaison, otherLiaison, lead } = await aDistrictWithTelcos();
    await file(liaison);
    for (const person of [otherLiaison, lead]) expect(await listInfrastructure(person)).toEqual([]);
    await expect(file(lead)).rejects.toMatchObject({ reason: "forbidden" });
    expect((await findOwnInfrastructure(otherLiaison))?.days).toEqual([]);
    expect(
      fileInfrastructureSchema.safeParse({
        kind: "report",
        version: 0,
        stationsDown: 2,
        stationsTotal: 1,
      }).success,
    ).toBe(false);
  });
});

describe("an outage", () => {
  test("is told to the district and the communes it touches, and ends once", async () => {
    const { liaison, otherLiaison, officer, lead, otherLead, communes } =
      await aDistrictWithTelcos();
    const outageId = randomUUID();
    const outage = {
      outageId,
      what: "Đứt cáp quang",
      startsAt: ago(60),
      communeIds: [communes[0].id],
    };
    await reportOutage(liaison, outage);
    await reportOutage(liaison, outage);
    const told = await db.notice.findMany({ where: { subjectId: outageId } });
    expect(told.map(({ unitId }) => unitId)).toEqual(
      expect.arrayContaining([communes[0].id, officer.unitId]),
    );
    expect((await listOutages(lead)).map(({ id }) => id)).toEqual([outageId]);
    for (const person of [otherLiaison, otherLead]) expect(await listOutages(person)).toEqual([]);
    await expect(endOutage(otherLiaison, { outageId, endsAt: now() })).rejects.toMatchObject({
      reason: "not-found",
    });
    await expect(endOutage(liaison, { outageId, endsAt: ago(90) })).rejects.toMatchObject({
      reason: "invalid",
    });
    await endOutage(liaison, { outageId, endsAt: ago(1) });
    await expect(endOutage(liaison, { outageId, endsAt: ago(1) })).rejects.toMatchObject({
      reason: "conflict",
    });
    expect(await auditOf(outageId)).toEqual(["outage.report", "outage.end"]);
  });
});
