import "server-only";

import type { Actor } from "@/lib/auth/actor";
import { db, type Prisma, type Transaction } from "@/lib/db";
import { Refusal } from "@/lib/errors";
import { findMatchingDirectives } from "@/lib/search/queries";
import { isoDay, now } from "@/lib/time";
import { visibleDirectives } from "./policy";
import { numberYear } from "./rules";
import { type DirectiveFilter, directiveStates } from "./schema";

const PAGE_SIZE = 25;

/** Newest first, with how far each is. `next` is the filter's `after` for the following page. */
export async function listDirectives(actor: Actor, filter: DirectiveFilter) {
  const where: Prisma.DirectiveWhereInput = {
    AND: [
      visibleDirectives(actor),
      filter.state ? { state: filter.state } : {},
      filter.q ? { id: { in: await findMatchingDirectives(actor, filter.q) } } : {},
      filter.after ? before(filter.after) : {},
    ],
  };
  const found = await db.directive.findMany({
    where,
    select: {
      id: true,
      state: true,
      number: true,
      symbol: true,
      subject: true,
      issuedOn: true,
      issuedAt: true,
      editedAt: true,
    },
    orderBy: [{ editedAt: "desc" }, { id: "desc" }],
    take: PAGE_SIZE + 1,
  });
  const page = found.slice(0, PAGE_SIZE);
  const progress = await countProgress(
    actor,
    page.map((directive) => directive.id),
  );
  const last = found.length > PAGE_SIZE ? page.at(-1) : undefined;
  return {
    rows: page.map((directive) => ({ ...directive, progress: progress.get(directive.id) ?? null })),
    next: last ? `${last.editedAt.toISOString()}_${last.id}` : null,
  };
}

export type DirectiveRow = Awaited<ReturnType<typeof listDirectives>>["rows"][number];

/** How many there are in each state, under the actor's rights. */
export async function countDirectives(actor: Actor) {
  const groups = await db.directive.groupBy({
    by: ["state"],
    where: visibleDirectives(actor),
    _count: true,
  });
  const counts = Object.fromEntries(directiveStates.map((state) => [state, 0]));
  for (const group of groups) counts[group.state] = group._count;
  return counts;
}

/** One directive with its text and, once issued, whom it went to; null when not visible. */
export async function findDirective(actor: Actor, id: string) {
  return db.directive.findFirst({
    where: { id, AND: visibleDirectives(actor) },
    select: {
      id: true,
      state: true,
      number: true,
      symbol: true,
      place: true,
      issuedOn: true,
      issuedAt: true,
      subject: true,
      sourceText: true,
      basis: true,
      addressees: true,
      copies: true,
      supportContacts: true,
      signerAuthority: true,
      signerPosition: true,
      signerName: true,
      version: true,
      submittedAt: true,
      closedAt: true,
      contentHash: true,
      campaign: { select: { id: true, name: true } },
      issuer: { select: { name: true } },
      createdBy: { select: { fullName: true } },
      signedBy: { select: { fullName: true } },
      recalledAt: true,
      recallReason: true,
      recalledBy: { select: { fullName: true } },
      replaces: { select: { id: true, number: true, symbol: true, issuedOn: true } },
      replacedBy: { select: { id: true, state: true, number: true, symbol: true } },
      signedFile: { select: { id: true, name: true, size: true, sha256: true, mediaType: true } },
      sections: {
        orderBy: { position: "asc" },
        select: {
          id: true,
          heading: true,
          recipients: {
            orderBy: { position: "asc" },
            select: {
              group: { select: { id: true, name: true } },
              unit: { select: { id: true, name: true } },
            },
          },
          obligations: {
            orderBy: { position: "asc" },
            select: {
              id: true,
              text: true,
              measures: true,
              dueAt: true,
              recurrence: true,
              cooperators: {
                orderBy: { position: "asc" },
                select: { group: { select: { name: true } }, unit: { select: { name: true } } },
              },
            },
          },
        },
      },
    },
  });
}

/**
 * The directive locked until the command ends: whoever comes second sees what the first has done.
 * What the actor may not see is not found.
 */
export async function holdVisibleDirective(tx: Transaction, actor: Actor, id: string) {
  await tx.$queryRaw`SELECT 1 FROM "Directive" WHERE id = ${id}::uuid FOR UPDATE`;
  const directive = await tx.directive.findFirst({
    where: { id, AND: visibleDirectives(actor) },
    select: {
      state: true,
      number: true,
      symbol: true,
      issuedOn: true,
      version: true,
      editedAt: true,
      replacesId: true,
      editedBy: { select: { fullName: true } },
      replacedBy: { select: { id: true } },
    },
  });
  if (!directive) throw new Refusal("not-found", "Không tìm thấy văn bản.");
  return directive;
}

export type DirectiveView = NonNullable<Awaited<ReturnType<typeof findDirective>>>;

/** The number after the last one used by this unit in the year of that day. */
export async function suggestNumber(actor: Actor, issuedOn = isoDay(now())) {
  const last = await db.directive.aggregate({
    where: { issuerId: actor.unitId, year: numberYear(issuedOn) },
    _max: { number: true },
  });
  return (last._max.number ?? 0) + 1;
}

/** How far a set of directives is, one row each; a unit sees its own share only. */
export async function countProgress(actor: Actor, ids: string[]) {
  if (ids.length === 0) return new Map<string, Progress>();
  const own = actor.home === "command" ? null : actor.unitId;
  const rows = await db.$queryRaw<(Progress & { id: string })[]>`
    SELECT "directiveId" AS id,
           count(*)::int AS total,
           count(*) FILTER (WHERE "acceptedAt" IS NOT NULL)::int AS accepted,
           count(*) FILTER (WHERE "acceptedAt" IS NULL AND "reportedAt" IS NOT NULL)::int AS reported,
           count(*) FILTER (WHERE "reportedAt" IS NULL AND "dueAt" < ${now()})::int AS overdue
    FROM "LiveAssignment"
    WHERE "directiveId" = ANY (${ids}::uuid[]) AND (${own}::uuid IS NULL OR "unitId" = ${own}::uuid)
    GROUP BY 1`;
  return new Map(rows.map(({ id, ...progress }) => [id, progress]));
}

export type Progress = { total: number; accepted: number; reported: number; overdue: number };

function before(cursor: string): Prisma.DirectiveWhereInput {
  const [time = "", id = ""] = cursor.split("_");
  const editedAt = new Date(time);
  return { OR: [{ editedAt: { lt: editedAt } }, { editedAt, id: { lt: id } }] };
}
