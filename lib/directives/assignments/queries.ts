import "server-only";

import { type Actor, isUnitMember } from "@/lib/auth/actor";
import { db, type Transaction } from "@/lib/db";
import { Refusal } from "@/lib/errors";
import { now } from "@/lib/time";
import { publishedStates } from "../schema";
import { visibleAssignments } from "./policy";
import { assignmentState, timeliness } from "./rules";

const facts = {
  dueAt: true,
  startedAt: true,
  reportedAt: true,
  acceptedAt: true,
  sentBackAt: true,
  nilReport: true,
  lateAt: true,
} as const;

/**
 * One obligation of one unit locked until the command ends, its directive held as it is. What the
 * actor may not see is not found.
 */
export async function holdVisibleAssignment(tx: Transaction, actor: Actor, id: string) {
  await tx.$queryRaw`
    SELECT 1 FROM "Assignment" a JOIN "Directive" d ON d.id = a."directiveId"
    WHERE a.id = ${id}::uuid FOR UPDATE OF a FOR SHARE OF d`;
  const assignment = await tx.assignment.findFirst({
    where: { id, AND: visibleAssignments(actor) },
    select: {
      unitId: true,
      dueAt: true,
      originalDueAt: true,
      startedAt: true,
      reportedAt: true,
      acceptedAt: true,
      sentBackAt: true,
      releasedAt: true,
      passedAt: true,
      assigneeId: true,
      _count: { select: { periodicReports: true } },
      periodicReports: { where: { reportedAt: null }, select: { id: true }, take: 1 },
      directive: {
        select: { id: true, state: true, number: true, symbol: true, issuerId: true },
      },
    },
  });
  if (!assignment) throw new Refusal("not-found", "Không tìm thấy nhiệm vụ.");
  const { _count, periodicReports, ...rest } = assignment;
  return {
    ...rest,
    periodic: _count.periodicReports > 0,
    owesPeriodic: periodicReports.length > 0,
  };
}

/** The unit's copy of one directive with its obligations; null when it was not addressed. */
export async function findReceipt(actor: Actor, directiveId: string) {
  if (!isUnitMember(actor)) return null;
  const [receipt, assignments] = await Promise.all([
    db.directiveReceipt.findUnique({
      where: {
        directiveId_unitId: { directiveId, unitId: actor.unitId },
        directive: { state: { in: [...publishedStates] } },
      },
      select: {
        unitId: true,
        passedAt: true,
        deliveredAt: true,
        openedAt: true,
        acknowledgedAt: true,
        contactName: true,
        contactPhone: true,
        returnedAt: true,
        releasedAt: true,
        recallAgreedAt: true,
        recallRefusedAt: true,
        recallAnswer: true,
        recallAnsweredBy: { select: { fullName: true } },
        acknowledgedBy: { select: { fullName: true } },
        directive: { select: { state: true } },
      },
    }),
    db.assignment.findMany({
      where: { directiveId, unitId: actor.unitId },
      select: {
        id: true,
        ...facts,
        unitId: true,
        role: true,
        originalDueAt: true,
        assignedAt: true,
        releasedAt: true,
        passedAt: true,
        sentBackReason: true,
        assignee: { select: { id: true, fullName: true } },
        extensions: { where: { decidedAt: null }, select: { askedUntil: true }, take: 1 },
        directive: { select: { state: true } },
        obligation: {
          select: {
            text: true,
            measures: true,
            position: true,
            recurrence: true,
            section: { select: { position: true, heading: true } },
          },
        },
      },
      orderBy: [
        { obligation: { section: { position: "asc" } } },
        { obligation: { position: "asc" } },
      ],
    }),
  ]);
  return receipt ? { ...receipt, assignments: assignments.map(judged) } : null;
}

export type Receipt = NonNullable<Awaited<ReturnType<typeof findReceipt>>>;
export type ReceiptAssignment = Receipt["assignments"][number];

/** One obligation of one unit with everything reported under it, newest first. */
export async function findAssignment(actor: Actor, id: string) {
  const assignment = await db.assignment.findFirst({
    where: { id, AND: visibleAssignments(actor) },
    select: {
      id: true,
      unitId: true,
      passedAt: true,
      passedTo: { select: { name: true } },
      ...facts,
      role: true,
      originalDueAt: true,
      releasedAt: true,
      sentBackReason: true,
      unit: { select: { name: true, phone: true } },
      assignee: { select: { id: true, fullName: true } },
      directive: {
        select: { id: true, state: true, number: true, symbol: true, subject: true },
      },
      obligation: {
        select: {
          id: true,
          text: true,
          measures: true,
          recurrence: true,
          replacesId: true,
          section: { select: { heading: true } },
        },
      },
      reports: {
        orderBy: [{ createdAt: "desc" }, { id: "desc" }],
        take: 100,
        select: {
          id: true,
          kind: true,
          text: true,
          createdAt: true,
          createdBy: { select: { fullName: true } },
          periodicReport: { select: { dueAt: true } },
          evidence: {
            select: { file: { select: { id: true, name: true, size: true, sha256: true } } },
          },
        },
      },
    },
  });
  if (!assignment) return null;
  const receipt = await db.directiveReceipt.findUnique({
    where: {
      directiveId_unitId: { directiveId: assignment.directive.id, unitId: assignment.unitId },
    },
    select: { openedAt: true, acknowledgedAt: true, contactName: true, contactPhone: true },
  });
  return { ...judged(assignment), receipt };
}

export type AssignmentView = NonNullable<Awaited<ReturnType<typeof findAssignment>>>;

/** People of the actor's own unit whom work can be handed to. */
export async function listColleagues(actor: Actor) {
  return db.user.findMany({
    where: { unitId: actor.unitId, disabledAt: null },
    select: { id: true, fullName: true, title: true, phone: true },
    orderBy: { fullName: "asc" },
    take: 200,
  });
}

type Judgeable = Parameters<typeof assignmentState>[0];

function judged<T extends Judgeable>(assignment: T) {
  return {
    ...assignment,
    state: assignmentState(assignment),
    timeliness: timeliness(assignment, now()),
  };
}

/** The actor as a contact officer: what the acknowledgement form is filled with. */
export async function findContact(actor: Actor) {
  const person = await db.user.findUnique({
    where: { id: actor.userId },
    select: { phone: true },
  });
  return { fullName: actor.fullName, phone: person?.phone ?? "" };
}
