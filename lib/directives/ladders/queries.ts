import "server-only";

import type { Actor } from "@/lib/auth/actor";
import { db, type Prisma } from "@/lib/db";
import { canSeeLadders } from "./policy";

const rules = {
  orderBy: [{ subject: "asc" }, { offset: "asc" }],
  select: {
    id: true,
    subject: true,
    offset: true,
    minuteOfDay: true,
    tell: true,
    text: true,
    active: true,
    version: true,
  },
} satisfies Prisma.ReminderLadder$rulesArgs;

/** All ladders with their rules in the order they are climbed; the default one first. */
export async function listLadders(actor: Actor) {
  if (!canSeeLadders(actor)) return [];
  return db.reminderLadder.findMany({
    select: {
      id: true,
      name: true,
      description: true,
      usedByDefault: true,
      version: true,
      rules,
      _count: { select: { directives: true } },
    },
    orderBy: [{ usedByDefault: "desc" }, { name: "asc" }],
    take: 50,
  });
}

export type LadderRow = Awaited<ReturnType<typeof listLadders>>[number];
export type RuleRow = LadderRow["rules"][number];

/** What a directive chose, and the ladder it therefore runs; null where it is switched off. */
export async function findDirectiveLadder(actor: Actor, directiveId: string) {
  if (!canSeeLadders(actor)) return null;
  const [chosen, usual] = await Promise.all([
    db.directiveLadder.findUnique({
      where: { directiveId },
      select: {
        chosenAt: true,
        chosenBy: { select: { fullName: true } },
        ladder: { select: { id: true, name: true, rules } },
      },
    }),
    db.reminderLadder.findFirst({
      where: { usedByDefault: true },
      select: { id: true, name: true, rules },
    }),
  ]);
  const choice = chosen ? (chosen.ladder?.id ?? "off") : "default";
  return { choice, chosen, ladder: chosen ? chosen.ladder : usual };
}

export type DirectiveLadder = NonNullable<Awaited<ReturnType<typeof findDirectiveLadder>>>;
