import { randomUUID } from "node:crypto";
import type { GeneratorValue } from "fast-check";
import fc from "fast-check";
import { complianceMeasures } from "@/lib/compliance/schema";
import { db } from "@/lib/db";
import { aDistrict, aUnit, type District } from "./district";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Three days from 07:00 on a Tết eve, district time. */
export const START = new Date("2031-01-22T00:00:00Z");
export const END = new Date(START.getTime() + 3 * DAY);

export type World = Awaited<ReturnType<typeof aWorld>>;

/** Draws a campaign with units that did some of what it asks, early, late or not at all. */
export async function aWorld(draw: GeneratorValue) {
  const district = await aDistrict();
  const mark = randomUUID().slice(0, 8);
  await db.unitKind.create({
    data: { code: `telco-${mark}`, label: "Nhà mạng", home: "telecom", rank: 10 },
  });
  const telco = await aUnit(`telco-${mark}`, `Nhà mạng ${mark}`, district.committee.id);
  const units = [district.communes[0].id, district.communes[1].id, telco.id];
  const { id: campaignId } = await db.campaign.create({
    data: {
      name: `Đợt ${mark}`,
      startsAt: START,
      endsAt: END,
      openedAt: START,
      createdById: district.officer.userId,
    },
  });
  const world = { district, campaignId, units, telcoId: telco.id, draw };
  await directives(world);
  await rosters(world);
  await quickReports(world);
  await sweeps(world);
  await advisories(world);
  await awareness(world);
  await networks(world);
  await complaints(world);
  await requests(world);
  return { campaign: { id: campaignId, startsAt: START, endsAt: END }, units, district };
}

type Making = {
  district: District;
  campaignId: string;
  units: string[];
  telcoId: string;
  draw: GeneratorValue;
};

const upTo = (draw: GeneratorValue, most: number) => draw(fc.integer, { min: 0, max: most });
const times = (count: number) => Array.from({ length: count }, (_, index) => index);
const chance = (draw: GeneratorValue) => draw(fc.boolean);

/** Some five minutes between half a day before the campaign and half a day after it. */
export const someTime = (draw: GeneratorValue) =>
  new Date(
    START.getTime() -
      DAY / 2 +
      draw(fc.integer, { min: 0, max: (4 * DAY) / (5 * MINUTE) }) * 5 * MINUTE,
  );
const maybe = (draw: GeneratorValue) => (chance(draw) ? someTime(draw) : null);
const after = (draw: GeneratorValue, from: Date) =>
  chance(draw) ? new Date(from.getTime() + upTo(draw, 40) * HOUR) : null;

async function directives({ district, campaignId, units, draw }: Making) {
  for (const _ of times(1 + upTo(draw, 1))) {
    const issuedAt = someTime(draw);
    const { id: directiveId } = await db.directive.create({
      data: {
        issuerId: district.committee.id,
        campaignId,
        subject: "Bảo đảm an toàn thông tin mạng",
        sourceText: "",
        createdById: district.officer.userId,
        editedById: district.officer.userId,
      },
    });
    const { id: sectionId } = await db.directiveSection.create({
      data: { directiveId, position: 0, heading: "" },
    });
    const obligations = times(3).map((position) => ({
      id: randomUUID(),
      sectionId,
      position,
      text: `Nhiệm vụ ${position}`,
      measures: complianceMeasures.slice(0, 9).filter(() => upTo(draw, 3) > 0),
    }));
    await db.obligation.createMany({ data: obligations });
    const recalledAt = upTo(draw, 4) === 0 ? someTime(draw) : null;
    await db.directive.update({
      where: { id: directiveId },
      data: { state: recalledAt ? "recalled" : "issued", issuedAt, recalledAt },
    });
    await db.directiveReceipt.createMany({
      data: units.map((unitId) => ({
        directiveId,
        unitId,
        deliveredAt: issuedAt,
        acknowledgedAt: after(draw, issuedAt),
        returnedAt: upTo(draw, 4) === 0 ? someTime(draw) : null,
      })),
    });
    await db.assignment.createMany({
      data: obligations.flatMap(({ id: obligationId }) =>
        units.map((unitId) => ({
          directiveId,
          obligationId,
          unitId,
          dueAt: maybe(draw),
          reportedAt: maybe(draw),
          releasedAt: upTo(draw, 5) === 0 ? someTime(draw) : null,
        })),
      ),
    });
  }
}

async function rosters({ district, campaignId, units, draw }: Making) {
  for (const unitId of units.slice(0, 2)) {
    const { id: rosterId } = await db.roster.create({
      data: {
        unitId,
        campaignId,
        startsAt: START,
        endsAt: END,
        state: "published",
        edition: 1,
        pattern: [],
        publishedAt: START,
        createdById: district.officer.userId,
      },
    });
    const { id: personId } = await db.dutyPerson.create({
      data: { unitId, name: "Người trực", posts: ["staff"] },
    });
    const whole = chance(draw);
    let from = START.getTime();
    while (from < END.getTime()) {
      const startsAt = new Date(from + (whole || chance(draw) ? 0 : upTo(draw, 6) * HOUR));
      const endsAt = new Date(
        Math.min(startsAt.getTime() + (4 + upTo(draw, 8)) * HOUR, END.getTime()),
      );
      if (endsAt <= startsAt) break;
      const late = whole ? 0 : upTo(draw, 12) * 5;
      await db.shift.create({
        data: {
          rosterId,
          unitId,
          personId,
          post: "staff",
          startsAt,
          endsAt,
          publishedAt: START,
          checkedInAt:
            !whole && upTo(draw, 4) === 0
              ? null
              : new Date(startsAt.getTime() + (late - 15) * MINUTE),
        },
      });
      from = endsAt.getTime();
    }
  }
}

async function quickReports({ campaignId, units, draw }: Making) {
  const due = times(upTo(draw, 4)).map((index) => new Date(START.getTime() + index * 9 * HOUR));
  await db.quickReport.createMany({
    data: due.flatMap((dueAt) =>
      units.map((unitId) => {
        const filedAt = chance(draw)
          ? new Date(dueAt.getTime() + (upTo(draw, 60) - 30) * 5 * MINUTE)
          : null;
        return { unitId, campaignId, dueAt, filedAt, edition: filedAt ? 1 : 0 };
      }),
    ),
  });
}

async function sweeps({ district, campaignId, units, draw }: Making) {
  for (const unitId of units) {
    if (chance(draw)) continue;
    await db.unitInventory.create({
      data: {
        unitId,
        servers: upTo(draw, 3),
        workstations: upTo(draw, 20),
        networkDevices: 1,
        confirmedAt: START,
        confirmedById: district.officer.userId,
        confirmedBy: "Người kê khai",
      },
    });
  }
  for (const index of times(upTo(draw, 2))) {
    const startsAt = someTime(draw);
    const roundId = randomUUID();
    await db.sweepRound.create({
      data: {
        id: roundId,
        campaignId,
        number: index + 1,
        startsAt,
        dueAt: new Date(startsAt.getTime() + (1 + upTo(draw, 60)) * HOUR),
        createdById: district.officer.userId,
        createdBy: "Huyện",
      },
    });
    const results = units
      .filter(() => chance(draw))
      .map((unitId) => {
        const machines = { servers: upTo(draw, 3), workstations: upTo(draw, 20) };
        const all = chance(draw);
        return {
          roundId,
          unitId,
          edition: 1,
          filedAt: new Date(startsAt.getTime() + upTo(draw, 60) * HOUR),
          sweptOn: startsAt,
          sweptBy: "Tổ công nghệ số",
          ...machines,
          serversChecked: all ? machines.servers : 0,
          workstationsChecked: all ? machines.workstations : upTo(draw, machines.workstations),
          malwareFound: 0,
          malwareRemoved: 0,
          vulnerabilitiesFound: 0,
          vulnerabilitiesFixed: 0,
          hunts: 0,
        };
      });
    await db.sweepResult.createMany({ data: results });
  }
}

async function advisories({ district, units, draw }: Making) {
  for (const _ of times(upTo(draw, 2))) {
    const sentAt = someTime(draw);
    const { id: advisoryId } = await db.advisory.create({
      data: {
        id: randomUUID(),
        issuer: "Sở TTTT",
        subject: "Lỗ hổng nghiêm trọng",
        dueAt: sentAt,
        kindCodes: [district.kindCode],
        edition: 1,
        createdAt: sentAt,
        createdById: district.officer.userId,
        createdBy: "Huyện",
        sentAt,
      },
    });
    await db.advisoryHandling.createMany({
      data: units.map((unitId) => {
        const closedAt = after(draw, sentAt);
        const dueAt = new Date(sentAt.getTime() + upTo(draw, 60) * HOUR);
        const state = closedAt ? ("not_applicable" as const) : ("unseen" as const);
        return { advisoryId, unitId, dueAt, closedAt, state };
      }),
    });
  }
}

async function awareness({ district, units, draw }: Making) {
  const made = units.flatMap((unitId) =>
    times(upTo(draw, 2)).map(() => {
      const createdAt = someTime(draw);
      return {
        id: randomUUID(),
        unitId,
        kind: "loudspeaker" as const,
        topic: "Giả danh công an",
        heldOn: new Date(createdAt.toISOString().slice(0, 10)),
        times: 1,
        createdAt,
        createdById: district.officer.userId,
        createdBy: "Cán bộ",
        removedAt: upTo(draw, 4) === 0 ? createdAt : null,
      };
    }),
  );
  await db.awarenessActivity.createMany({ data: made });
}

async function networks({ telcoId, draw }: Making) {
  const days = times(4).filter(() => chance(draw));
  await db.infrastructureDay.createMany({
    data: days.map((index) => {
      const day = new Date(new Date("2031-01-22").getTime() + index * DAY);
      const filedAt = new Date(day.getTime() + upTo(draw, 40) * HOUR);
      return {
        unitId: telcoId,
        day,
        nil: true,
        stationsTotal: 30,
        stationsDown: 0,
        linksTotal: 4,
        linksDown: 0,
        onDuty: 2,
        reinforcements: 0,
        attacksBlocked: 0,
        filedAt,
        changedAt: filedAt,
        by: "Đầu mối",
      };
    }),
  });
  const outages = times(upTo(draw, 2)).map(() => {
    const startsAt = someTime(draw);
    const hours = 1 + upTo(draw, 40);
    const endsAt = chance(draw) ? new Date(startsAt.getTime() + hours * HOUR) : null;
    return {
      id: randomUUID(),
      unitId: telcoId,
      startsAt,
      endsAt,
      what: "Đứt cáp",
      communeIds: [],
      by: "Đầu mối",
      recordedAt: startsAt,
    };
  });
  await db.outage.createMany({ data: outages });
}

let number = 500_000;

async function complaints({ district, telcoId, draw }: Making) {
  const numbers = times(3).map(
    (index) => `0900${randomUUID().replace(/\D/g, "").slice(0, 5)}${index}`,
  );
  const made = times(2 + upTo(draw, 4)).map(() => {
    const receivedAt = someTime(draw);
    const closedAt = after(draw, receivedAt);
    const source = upTo(draw, 3);
    const sourceValue = numbers[source] ?? null;
    return {
      year: 2031,
      number: number++,
      telcoId,
      enteredByUnitId: telcoId,
      enteredById: district.officer.userId,
      enteredBy: "Đầu mối",
      sameAs: randomUUID(),
      channel: "hotline" as const,
      kind: sourceValue ? ("scam_call" as const) : ("fake_station" as const),
      sourceText: sourceValue ?? "",
      sourceKind: sourceValue ? ("phone" as const) : null,
      sourceValue,
      content: "Lừa đảo",
      receivedAt,
      enteredAt: new Date(receivedAt.getTime() + upTo(draw, 3) * HOUR),
      dueAt: new Date(receivedAt.getTime() + 36 * HOUR),
      state: closedAt ? ("handled" as const) : ("new" as const),
      closedAt,
    };
  });
  await db.complaint.createMany({ data: made });
  const steps = numbers
    .filter(() => chance(draw))
    .map((sourceValue) => {
      const takenAt = someTime(draw);
      const what = { step: "blocked_two_way" as const, sourceKind: "phone" as const, sourceValue };
      return { telcoId, ...what, takenAt, recordedAt: takenAt, byName: "Đầu mối" };
    });
  await db.sourceMeasure.createMany({ data: steps });
}

async function requests({ district, telcoId, draw }: Making) {
  for (const _ of times(1 + upTo(draw, 2))) {
    const sentAt = someTime(draw);
    const { id: requestId } = await db.authorityRequest.create({
      data: {
        id: randomUUID(),
        year: 2031,
        number: number++,
        reference: "12/CAH-ANM",
        act: "block_page",
        target: "https://lua-dao.example",
        reason: "Lừa đảo",
        sentAt,
        sentById: district.officer.userId,
        sentBy: "Công an",
        unitId: district.committee.id,
        dueAt: new Date(sentAt.getTime() + upTo(draw, 12) * HOUR),
      },
    });
    const answeredAt = after(draw, sentAt);
    const result = answeredAt ? ("done" as const) : null;
    await db.authorityRequestReceipt.create({
      data: { requestId, telcoId, answeredAt, result },
    });
  }
}
