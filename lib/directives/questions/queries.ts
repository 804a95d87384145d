import "server-only";

import { type Actor, isDistrict } from "@/lib/auth/actor";
import { db } from "@/lib/db";
import { visibleQuestions } from "./policy";

/** Threads under one directive that the actor may read: what waits for an answer first. */
export async function listQuestions(actor: Actor, directiveId: string) {
  return db.question.findMany({
    where: { directiveId, AND: visibleQuestions(actor) },
    select: {
      id: true,
      unitId: true,
      text: true,
      at: true,
      answeredAt: true,
      sharedAt: true,
      unit: { select: { name: true } },
      by: { select: { fullName: true } },
      directive: { select: { state: true } },
      replies: {
        orderBy: [{ at: "asc" }, { id: "asc" }],
        take: 50,
        select: {
          id: true,
          official: true,
          text: true,
          at: true,
          by: { select: { fullName: true } },
        },
      },
    },
    orderBy: [{ answeredAt: { sort: "desc", nulls: "first" } }, { at: "desc" }],
    take: 50,
  });
}

export type QuestionThread = Awaited<ReturnType<typeof listQuestions>>[number];

/** What waits for the district's answer, oldest first. */
export async function listOpenQuestions(actor: Actor) {
  if (!isDistrict(actor)) return [];
  return db.question.findMany({
    where: { answeredAt: null, directive: { state: { in: ["issued", "recalled"] } } },
    select: {
      id: true,
      text: true,
      at: true,
      unit: { select: { shortName: true } },
      directive: { select: { id: true, number: true, symbol: true } },
    },
    orderBy: [{ at: "asc" }, { id: "asc" }],
    take: 10,
  });
}
