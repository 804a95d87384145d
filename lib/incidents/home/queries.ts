import "server-only";

import type { Actor } from "@/lib/auth/actor";
import type { Transaction } from "@/lib/db";
import { listWaitingInjects } from "../drills/queries";
import { visibleIncidents } from "../policy";
import { listOpenIncidents } from "../queries";
import { readIncidents } from "../reach/queries";
import { caseCode, finalStates } from "../rules";
import { listWaitingWarnings } from "../warnings/queries";

/** What a home page shows of incidents: open cases, tasks given to this person, what waits for an answer. */
export async function findIncidentHome(actor: Actor) {
  const [incidents, tasks, warnings, injects] = await Promise.all([
    listOpenIncidents(actor),
    readIncidents(actor, (tx) => listOwnTasks(tx, actor)),
    listWaitingWarnings(actor),
    listWaitingInjects(actor),
  ]);
  return { incidents, tasks, warnings, injects };
}

export type IncidentHomeView = Awaited<ReturnType<typeof findIncidentHome>>;

async function listOwnTasks(tx: Transaction, actor: Actor) {
  const tasks = await tx.incidentTask.findMany({
    where: {
      assigneeId: actor.userId,
      doneAt: null,
      incident: { AND: [visibleIncidents(actor), { state: { notIn: [...finalStates] } }] },
    },
    select: {
      id: true,
      text: true,
      incident: { select: { id: true, year: true, number: true, drillId: true } },
    },
    orderBy: [{ incident: { reportedAt: "desc" } }, { position: "asc" }, { id: "asc" }],
    take: 8,
  });
  return tasks.map(({ incident, ...task }) => ({
    ...task,
    incidentId: incident.id,
    code: caseCode(incident),
  }));
}
