import "server-only";

import type { Actor } from "@/lib/auth/actor";
import { db } from "@/lib/db";
import { visibleIncidents } from "@/lib/incidents/policy";
import { readIncidents } from "@/lib/incidents/reach/queries";
import { caseCode } from "@/lib/incidents/rules";
import { now } from "@/lib/time";
import { canSignHandover } from "../handovers/policy";
import { canActOnShift, canMakeRoster, canSeeAllDuty, keepsWatch, visibleDuty } from "../policy";
import { HOUR } from "../schema";
import { loadDutyPolicy } from "../settings/queries";
import { opensAt, shiftState } from "./rules";

const facts = {
  id: true,
  unitId: true,
  rosterId: true,
  post: true,
  startsAt: true,
  endsAt: true,
  checkedInAt: true,
  handedOverAt: true,
  person: { select: { id: true, name: true, title: true, phone: true, userId: true } },
  roster: {
    select: {
      campaignId: true,
      campaign: { select: { name: true } },
      unit: { select: { name: true, shortName: true } },
    },
  },
  handover: { select: { id: true, points: true, writtenAt: true, signedAt: true } },
} as const;

const standing = { toEdition: null, publishedAt: { not: null } };

/**
 * The shifts that someone of the unit must look after now: those going on, those about to begin, and
 * those just over that nobody has taken over. The actor's own first.
 */
export async function listWatchNow(actor: Actor) {
  if (!keepsWatch(actor)) return [];
  const at = now();
  const rows = await db.shift.findMany({
    where: {
      unitId: actor.unitId,
      ...standing,
      startsAt: { lte: new Date(at.getTime() + 1 * HOUR) },
      OR: [
        { endsAt: { gt: at } },
        {
          endsAt: { gt: new Date(at.getTime() - 12 * HOUR) },
          checkedInAt: { not: null },
          handedOverAt: null,
        },
      ],
    },
    select: facts,
    orderBy: [{ startsAt: "asc" }, { post: "desc" }, { id: "asc" }],
    take: 40,
  });
  return withActions(actor, rows);
}

/** The actor's next shifts, after those of now. */
export async function listOwnShifts(actor: Actor) {
  const rows = await db.shift.findMany({
    where: {
      ...standing,
      person: { userId: actor.userId, removedAt: null },
      endsAt: { gt: now() },
    },
    select: facts,
    orderBy: [{ startsAt: "asc" }, { id: "asc" }],
    take: 6,
  });
  return withActions(actor, rows);
}

/** What the actor must look after: their own shifts, and those of colleagues going on now. */
export async function findWatch(actor: Actor) {
  const [now, own] = await Promise.all([listWatchNow(actor), listOwnShifts(actor)]);
  const others = now.filter(({ mine }) => !mine);
  const mine = [...now.filter((shift) => shift.mine), ...own];
  const known = new Map(mine.map((shift) => [shift.id, shift]));
  return { mine: [...known.values()].slice(0, 3), others };
}

type Row = Awaited<ReturnType<typeof db.shift.findMany<{ select: typeof facts }>>>[number];

/** Each shift with where it stands and what this actor may do with it now. */
async function withActions(actor: Actor, rows: Row[]) {
  const at = now();
  const campaignIds = [...new Set(rows.map(({ roster }) => roster.campaignId))];
  const policies = new Map(
    await Promise.all(campaignIds.map(async (id) => [id, await loadDutyPolicy(db, id)] as const)),
  );
  return rows.map((row) => {
    const policy = policies.get(row.roster.campaignId);
    // A leader on call need not check in unless the campaign counts that post.
    const counts = policy?.requiredPosts.includes(row.post) ?? false;
    const patience = counts ? (policy?.missedCheckInMinutes ?? 0) : Number.POSITIVE_INFINITY;
    const state = shiftState(row, at, patience);
    const mine = row.person.userId === actor.userId;
    const acts = canActOnShift(actor, { unitId: row.unitId, personUserId: row.person.userId });
    const begun = row.checkedInAt !== null;
    return {
      ...row,
      state,
      mine,
      may: {
        checkIn: acts && !begun && at >= opensAt(row) && at < row.endsAt,
        log: acts && begun && row.handedOverAt === null,
        handOver: acts && begun && !row.handover,
        midCheck: acts && begun && Boolean(policy?.midShiftCheck) && at < row.endsAt,
        swap: acts && !begun && at < row.startsAt,
      },
    };
  });
}

export type WatchShift = Awaited<ReturnType<typeof listWatchNow>>[number];

/** Handovers of the unit that wait for the second signature, with whether this actor may give it. */
export async function listHandoversToSign(actor: Actor) {
  if (!keepsWatch(actor)) return [];
  const rows = await db.handover.findMany({
    where: { unitId: actor.unitId, signedAt: null },
    select: {
      id: true,
      points: true,
      writtenAt: true,
      writtenById: true,
      unitId: true,
      shift: {
        select: {
          id: true,
          post: true,
          startsAt: true,
          endsAt: true,
          person: { select: { name: true, userId: true } },
        },
      },
      nextShift: { select: { person: { select: { name: true, userId: true } } } },
    },
    orderBy: { writtenAt: "asc" },
    take: 20,
  });
  return rows.filter((row) =>
    canSignHandover(actor, {
      unitId: row.unitId,
      writtenById: row.writtenById,
      outgoingUserId: row.shift.person.userId,
      incomingUserId: row.nextShift?.person.userId ?? null,
    }),
  );
}

export type HandoverToSign = Awaited<ReturnType<typeof listHandoversToSign>>[number];

/** One shift with its check-ins, log, handover and alerts; null when not visible. */
export async function findShift(actor: Actor, id: string) {
  const row = await db.shift.findFirst({
    where: { id, publishedAt: { not: null }, AND: visibleDuty(actor) },
    select: {
      ...facts,
      toEdition: true,
      checkIns: {
        select: { id: true, kind: true, at: true, deviceAt: true },
        orderBy: { at: "asc" },
      },
      alerts: {
        select: { id: true, kind: true, raisedAt: true, resolvedAt: true, step: true },
        orderBy: { raisedAt: "asc" },
      },
    },
  });
  if (!row) return null;
  const [shift] = await withActions(actor, [row]);
  if (!shift) return null;
  const [entries, handover] = await Promise.all([
    listLog(actor, { shiftId: id }),
    findHandover(id),
  ]);
  return {
    ...shift,
    unit: row.roster.unit,
    stands: row.toEdition === null,
    checkIns: row.checkIns,
    alerts: row.alerts,
    entries,
    handover,
    mayReassign: canMakeRoster(actor, row) && row.endsAt > now() && row.toEdition === null,
    overview: canSeeAllDuty(actor),
  };
}

export type ShiftView = NonNullable<Awaited<ReturnType<typeof findShift>>>;

function findHandover(shiftId: string) {
  return db.$queryRaw<HandoverView[]>`
    SELECT h.id, h.points, h."writtenAt", w."fullName" AS "writtenBy", h."signedAt",
           s."fullName" AS "signedBy", h."signedNote", p.name AS "nextName"
    FROM "Handover" h JOIN "User" w ON w.id = h."writtenById"
    LEFT JOIN "User" s ON s.id = h."signedById"
    LEFT JOIN "Shift" n ON n.id = h."nextShiftId" LEFT JOIN "DutyPerson" p ON p.id = n."personId"
    WHERE h."shiftId" = ${shiftId}::uuid`.then(([handover]) => handover ?? null);
}

export type HandoverView = {
  id: string;
  points: string;
  writtenAt: Date;
  writtenBy: string;
  signedAt: Date | null;
  signedBy: string | null;
  signedNote: string;
  nextName: string | null;
};

/** The entries of one shift in the order in which things happened. */
export async function listLog(actor: Actor, { shiftId }: { shiftId: string }) {
  const entries = await readIncidents(actor, (tx) =>
    tx.shiftLogEntry.findMany({
      where: { shiftId, AND: visibleDuty(actor) },
      select: {
        id: true,
        kind: true,
        text: true,
        happenedAt: true,
        recordedAt: true,
        deviceAt: true,
        correctsId: true,
        writtenById: true,
        incidents: {
          where: { incident: visibleIncidents(actor) },
          select: { incident: { select: { id: true, year: true, number: true, drillId: true } } },
          take: 5,
        },
      },
      orderBy: [{ happenedAt: "asc" }, { id: "asc" }],
      take: 500,
    }),
  );
  const writers = await db.user.findMany({
    where: { id: { in: [...new Set(entries.map(({ writtenById }) => writtenById))] } },
    select: { id: true, fullName: true },
  });
  const names = new Map(writers.map(({ id, fullName }) => [id, fullName]));
  return entries.map(({ writtenById, incidents, ...entry }) => ({
    ...entry,
    incidents: incidents.map(({ incident }) => ({ id: incident.id, code: caseCode(incident) })),
    writtenBy: names.get(writtenById) ?? "",
  }));
}

export type LogEntry = Awaited<ReturnType<typeof listLog>>[number];
