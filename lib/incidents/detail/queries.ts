import "server-only";

import type { Actor } from "@/lib/auth/actor";
import { db, type Prisma, type Transaction } from "@/lib/db";
import { visibleDuty } from "@/lib/duty/policy";
import { now } from "@/lib/time";
import { deadlineState } from "../deadlines/rules";
import type { TimelineOrder } from "../entries/schema";
import { readEvidence } from "../evidence/queries";
import { defang } from "../indicators/rules";
import { listMerged } from "../merging/queries";
import {
  canAddToIncident,
  canEscalateIncident,
  canHandleIncident,
  canMergeIncident,
  canReadNumbers,
  canTakeIncident,
  canWarnUnits,
  visibleIncidents,
} from "../policy";
import { readIncidents } from "../reach/queries";
import {
  caseCode,
  durationsOf,
  isOpen,
  isRestricted,
  maskPhone,
  maskPhonesIn,
  nextStates,
} from "../rules";
import { partiesOf } from "../standing/queries";
import { partOf } from "../standing/rules";
import { writeView } from "../views/commands";

const ENTRIES = 300;
const DAY = 24 * 3_600_000;

const facts = (actor: Actor) =>
  ({
    unit: { select: { name: true, shortName: true, phone: true } },
    handlerUnit: { select: { name: true, shortName: true, phone: true } },
    drill: { select: { id: true, name: true, endedAt: true } },
    parties: partiesOf(actor),
    systems: { orderBy: [{ addedAt: "asc" }, { id: "asc" }], take: 50 },
    indicators: { orderBy: [{ addedAt: "asc" }, { id: "asc" }], take: 200 },
    tasks: { orderBy: [{ position: "asc" }, { id: "asc" }], take: 100 },
    deadlines: { orderBy: [{ dueAt: "asc" }, { id: "asc" }], take: 40 },
    reports: { omit: { content: true }, orderBy: [{ at: "asc" }, { id: "asc" }], take: 50 },
    warnings: {
      orderBy: { sentAt: "desc" },
      take: 20,
      include: {
        receipts: {
          select: {
            acknowledgedAt: true,
            acknowledgedBy: true,
            answer: true,
            unit: { select: { id: true, shortName: true } },
          },
          orderBy: [{ acknowledgedAt: "asc" }, { unitId: "asc" }],
          take: 100,
        },
      },
    },
  }) satisfies Prisma.IncidentInclude;

/**
 * One case as its page shows it; null when not visible. Residents' numbers are whole for the handlers
 * alone, and a look at a restricted case is written down here, so that none is forgotten.
 */
export const findIncident = (actor: Actor, id: string, order: TimelineOrder = "event") =>
  readIncidents(actor, (tx) => readIncident(tx, actor, id, order));

async function readIncident(tx: Transaction, actor: Actor, id: string, order: TimelineOrder) {
  const found = await tx.incident.findFirst({
    where: { id, AND: visibleIncidents(actor) },
    include: facts(actor),
  });
  if (!found) return null;
  const { parties: own, deadlines, indicators, ...rest } = found;
  const standing = { ...rest, part: partOf(own) };
  const whole = canReadNumbers(actor, standing);
  const worded = (text: string) => (whole ? text : maskPhonesIn(text));
  if (isRestricted(found)) await writeView(tx, actor, { id, what: "page" });

  const evidence = await readEvidence(tx, id);
  const merging = await listMerged(tx, found);
  const entries = await listEntries(tx, id, order);
  const steps = await tx.$queryRaw<StepDone[]>`
    SELECT step, "tickedAt", "byName" FROM "IncidentStep" WHERE "incidentId" = ${id}::uuid`;
  const parties = await tx.incidentParty.findMany({
    where: { incidentId: id },
    select: { part: true, unit: { select: { id: true, name: true, shortName: true } } },
    orderBy: [{ since: "asc" }, { unitId: "asc" }],
    take: 60,
  });
  const logEntries = await listLinkedLog(tx, actor, id);
  const people = await tx.user.findMany({
    where: { id: { in: [found.ownerId, found.handlerId].filter((one) => one !== null) } },
    select: { id: true, fullName: true, phone: true },
  });
  const logged = isRestricted(found) && canHandleIncident(actor, standing);
  const views = logged ? await listViews(tx, id) : [];
  const at = now();
  const open = isOpen(found) && !found.drill?.endedAt;
  const handles = canHandleIncident(actor, standing);
  const person = (personId: string | null) => people.find((one) => one.id === personId) ?? null;
  return {
    ...standing,
    ...merging,
    evidence,
    code: caseCode(found),
    what: worded(found.what),
    contactPhone: found.contactPhone,
    informantPhone: whole ? found.informantPhone : maskPhone(found.informantPhone),
    owner: person(found.ownerId),
    handler: person(found.handlerId),
    durations: durationsOf(found),
    indicators: indicators.map((row) => ({ ...row, shown: defang(row) })),
    deadlines: deadlines.map((row) => ({ ...row, state: deadlineState(row, at) })),
    entries: entries.map((entry) => ({ ...entry, text: worded(entry.text) })),
    steps,
    parties,
    logEntries: logEntries.map((entry) => ({ ...entry, text: worded(entry.text) })),
    views,
    at,
    may: {
      take: open && found.handlerUnitId === null && canTakeIncident(actor, standing),
      handle: open && handles,
      reopen:
        (handles && (found.state === "closed" || found.state === "rejected")) ||
        (standing.part === "police" && found.state === "rejected"),
      judge: open && (handles || standing.part === "police"),
      add: open && canAddToIncident(actor, standing),
      escalate: open && found.escalatedAt === null && canEscalateIncident(actor, standing),
      merge: open && canMergeIncident(actor, standing),
      warn: open && canWarnUnits(actor, standing),
      meetDeadline: handles,
      next: nextStates(found.state),
    },
  };
}

export type IncidentView = NonNullable<Awaited<ReturnType<typeof findIncident>>>;

type StepDone = { step: string; tickedAt: Date; byName: string };

function listEntries(tx: Transaction, incidentId: string, order: TimelineOrder) {
  const by = order === "event" ? ("happenedAt" as const) : ("recordedAt" as const);
  return tx.incidentEntry.findMany({
    where: { incidentId },
    orderBy: [{ [by]: "desc" }, { id: "desc" }],
    take: ENTRIES,
  });
}

/** Entries of the shift log that tell of the case; read by those who may read that log. */
function listLinkedLog(tx: Transaction, actor: Actor, incidentId: string) {
  return tx.shiftLogEntry.findMany({
    where: { incidents: { some: { incidentId } }, AND: visibleDuty(actor) },
    select: { id: true, text: true, happenedAt: true, shiftId: true },
    orderBy: [{ happenedAt: "asc" }, { id: "asc" }],
    take: 30,
  });
}

/** Entries of the unit's own log of the last days that may tell of this case. */
export async function listLinkableLog(actor: Actor, of: IncidentView) {
  if (!of.may.add) return [];
  return db.shiftLogEntry.findMany({
    where: {
      unitId: actor.unitId,
      kind: { in: ["incident", "alert", "call"] },
      happenedAt: { gte: new Date(of.reportedAt.getTime() - 3 * DAY) },
      incidents: { none: { incidentId: of.id } },
      AND: visibleDuty(actor),
    },
    select: { id: true, text: true, happenedAt: true },
    orderBy: [{ happenedAt: "desc" }, { id: "desc" }],
    take: 20,
  });
}

export type LinkableEntry = Awaited<ReturnType<typeof listLinkableLog>>[number];

const listViews = (tx: Transaction, incidentId: string) =>
  tx.incidentView.findMany({
    where: { incidentId },
    select: { userName: true, at: true, what: true, userId: true },
    orderBy: [{ at: "desc" }, { userId: "asc" }],
    take: 30,
  });

/** Who can be given the case or a task in it: people of the units that are in on it, and the district. */
export async function listCandidates(actor: Actor, of: { id: string }) {
  const visible = await readIncidents(actor, (tx) =>
    tx.incident.findFirst({
      where: { id: of.id, AND: visibleIncidents(actor) },
      select: { id: true },
    }),
  );
  if (!visible) return { units: [], people: [] };
  const people = await db.$queryRaw<Candidate[]>`
    SELECT p.id, p."fullName", p."unitId", u.name AS "unitName"
    FROM "User" p JOIN "Unit" u ON u.id = p."unitId" AND u."validTo" IS NULL
    WHERE p."disabledAt" IS NULL AND (p.role IN ('district_leader', 'district_officer')
      OR p."unitId" IN (SELECT y."unitId" FROM "IncidentParty" y
                        WHERE y."incidentId" = ${of.id}::uuid AND y.part <> 'merged'))
    ORDER BY u.name COLLATE "vi-x-icu", p."fullName" COLLATE "vi-x-icu", p.id LIMIT 100`;
  const units = await db.unit.findMany({
    where: {
      validTo: null,
      OR: [
        { id: { in: people.map(({ unitId }) => unitId) } },
        { incidentParts: { some: { incidentId: of.id, part: { not: "merged" } } } },
        { incidentDesk: { isNot: null } },
      ],
    },
    select: { id: true, name: true },
    orderBy: [{ name: "asc" }, { id: "asc" }],
    take: 60,
  });
  return { units, people };
}

type Candidate = { id: string; fullName: string; unitId: string; unitName: string };
export type Candidates = Awaited<ReturnType<typeof listCandidates>>;
