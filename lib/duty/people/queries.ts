import "server-only";

import type { Actor } from "@/lib/auth/actor";
import { db } from "@/lib/db";
import { now } from "@/lib/time";
import { visibleDuty } from "../policy";

/** Everyone whom the actor's unit may put on duty, with what keeps them away from now on. */
export function listDutyPeople(actor: Actor, unitId: string) {
  return db.dutyPerson.findMany({
    where: { unitId, removedAt: null, AND: visibleDuty(actor) },
    select: {
      id: true,
      name: true,
      title: true,
      phone: true,
      posts: true,
      userId: true,
      user: { select: { username: true } },
      absences: {
        where: { endsAt: { gt: now() } },
        select: { id: true, kind: true, startsAt: true, endsAt: true, note: true },
        orderBy: { startsAt: "asc" },
        take: 20,
      },
    },
    orderBy: [{ name: "asc" }, { id: "asc" }],
    take: 300,
  });
}

export type DutyPersonRow = Awaited<ReturnType<typeof listDutyPeople>>[number];

export async function findDutyPerson(actor: Actor, id: string) {
  return db.dutyPerson.findFirst({
    where: { id, removedAt: null, AND: visibleDuty(actor) },
    select: {
      id: true,
      unitId: true,
      name: true,
      title: true,
      phone: true,
      posts: true,
      userId: true,
      absences: {
        where: { endsAt: { gt: now() } },
        select: { id: true, kind: true, startsAt: true, endsAt: true, note: true },
        orderBy: { startsAt: "asc" },
        take: 50,
      },
    },
  });
}

/** Accounts of the actor's unit that stand for nobody on the list yet. */
export function listFreeAccounts(actor: Actor) {
  return db.user.findMany({
    where: {
      unitId: actor.unitId,
      disabledAt: null,
      role: {
        in: ["unit_lead", "unit_staff", "telco_liaison", "district_officer", "district_leader"],
      },
      dutyPeople: { none: { removedAt: null } },
    },
    select: { id: true, fullName: true, title: true, phone: true, username: true, role: true },
    orderBy: { fullName: "asc" },
    take: 200,
  });
}

/** The actor on the list of their unit; null when they keep no watch. */
export function findOwnDutyPerson(actor: Actor) {
  return db.dutyPerson.findFirst({
    where: { userId: actor.userId, unitId: actor.unitId, removedAt: null },
    select: { id: true, name: true },
  });
}

/** The account that a person of the list stands for. */
export async function findLinkedAccount(actor: Actor, personId: string) {
  const person = await db.dutyPerson.findFirst({
    where: { id: personId, AND: visibleDuty(actor) },
    select: { user: { select: { id: true, fullName: true, username: true } } },
  });
  return person?.user ?? null;
}
