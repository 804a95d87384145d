import "server-only";

import { type Actor, isDistrict, isUnitMember } from "@/lib/auth/actor";
import { db, Prisma } from "@/lib/db";
import { foldVietnamese } from "@/lib/text";
import { now } from "@/lib/time";
import { awaitsReview, relevanceOf } from "../handling/rules";
import {
  canAcceptRisk,
  canHandleAdvisory,
  canIssueAdvisory,
  canReviewHandling,
  canSeeAllAdvisories,
  canSeeHandling,
} from "../policy";
import { type AnswerFilter, type HandlingState, handlingStates } from "../schema";

const PER_PAGE = 50;

/** What an advisory says, for the district and for every unit that was asked; null: for nobody else. */
export async function findAdvisory(actor: Actor, id: string) {
  const own = { handlings: { some: { unitId: actor.unitId } } };
  const sees = canSeeAllAdvisories(actor) ? {} : isUnitMember(actor) ? own : { id: { in: [] } };
  const advisory = await db.advisory.findFirst({
    where: { id, AND: [sees, canIssueAdvisory(actor) ? {} : { edition: { gt: 0 } }] },
    omit: { sourceText: true },
    include: {
      items: { orderBy: { position: "asc" }, include: { listed: { select: { name: true } } } },
      indicators: { orderBy: { position: "asc" } },
      editions: {
        select: { number: true, at: true, byName: true, reason: true, reopened: true },
        orderBy: { number: "desc" },
        take: 50,
      },
    },
  });
  if (!advisory) return null;
  return { ...advisory, mayIssue: canIssueAdvisory(actor) };
}

export type AdvisoryView = NonNullable<Awaited<ReturnType<typeof findAdvisory>>>;

export type AnswerRow = {
  unitId: string;
  name: string;
  phone: string | null;
  state: HandlingState;
  dueAt: Date;
  closedAt: Date | null;
  acceptUntil: Date | null;
  reviewedAt: Date | null;
  total: number | null;
  affected: number | null;
  patched: number | null;
  mitigated: number | null;
  ownerName: string;
};

/** How each unit stands with one advisory. */
export async function listAnswers(actor: Actor, advisoryId: string, filter: AnswerFilter) {
  if (!canSeeAllAdvisories(actor)) return { rows: [], hasNext: false };
  const text = foldVietnamese(filter.q).replace(/[\\%_]/g, "\\$&");
  const rows = await db.$queryRaw<AnswerRow[]>`
    SELECT h."unitId", u.name, u.phone, h.state, h."dueAt", h."closedAt", h."acceptUntil",
      h."reviewedAt", h.total, h.affected, h.patched, h.mitigated, h."ownerName"
    FROM "LiveHandling" h JOIN "Unit" u ON u.id = h."unitId"
    JOIN "Advisory" a ON a.id = h."advisoryId"
    WHERE h."advisoryId" = ${advisoryId}::uuid AND ${inState(filter.state)}
      ${text ? Prisma.sql`AND unit_search_text(u.code, u.name, u."shortName", u.aliases) LIKE ${`%${text}%`}` : Prisma.empty}
    ORDER BY u.name COLLATE "vi-x-icu", u.id
    LIMIT ${PER_PAGE + 1} OFFSET ${(filter.page - 1) * PER_PAGE}`;
  return { rows: rows.slice(0, PER_PAGE), hasNext: rows.length > PER_PAGE };
}

function inState(state: AnswerFilter["state"]) {
  if (!state) return Prisma.sql`TRUE`;
  if (state === "open") return Prisma.sql`h."closedAt" IS NULL`;
  if (state === "late") {
    return Prisma.sql`h."closedAt" IS NULL AND h."dueAt" < ${now()}::timestamptz`;
  }
  if (state === "review") {
    return Prisma.sql`h."closedAt" IS NOT NULL AND h."reviewedAt" IS NULL AND a.rhythm = 'urgent'`;
  }
  return Prisma.sql`h.state = ${state}::text::"HandlingState"`;
}

/** Machines and units of one advisory, over all who were asked. */
export async function summariseAnswers(actor: Actor, advisoryId: string) {
  if (!canSeeAllAdvisories(actor)) return null;
  const rows = await db.advisoryHandling.groupBy({
    by: ["state"],
    where: { advisoryId, passedAt: null },
    _count: { _all: true },
    _sum: { total: true, affected: true, patched: true, mitigated: true },
  });
  const sum = (name: "total" | "affected" | "patched" | "mitigated") =>
    rows.reduce((all, { _sum }) => all + (_sum[name] ?? 0), 0);
  const count = (state: HandlingState) => rows.find((row) => row.state === state)?._count._all ?? 0;
  return {
    states: handlingStates.map((state) => ({ state, units: count(state) })),
    units: rows.reduce((all, { _count }) => all + _count._all, 0),
    total: sum("total"),
    affected: sum("affected"),
    handled: sum("patched") + sum("mitigated"),
  };
}

/** One unit's handling with its whole history; null where the actor may not see it. */
export async function findHandling(
  actor: Actor,
  { advisoryId, unitId }: { advisoryId: string; unitId: string },
) {
  if (!canSeeHandling(actor, { unitId })) return null;
  const handling = await db.advisoryHandling.findUnique({
    where: { advisoryId_unitId: { advisoryId, unitId } },
    include: {
      unit: {
        select: {
          name: true,
          phone: true,
          inventory: { select: { servers: true, workstations: true, networkDevices: true } },
          products: { select: { productId: true, product: { select: { name: true } } } },
        },
      },
      advisory: { select: { rhythm: true, items: { select: { productId: true } } } },
      steps: { orderBy: [{ at: "desc" }, { id: "desc" }], take: 100 },
      evidence: { include: { file: { select: { id: true, name: true, size: true } } } },
    },
  });
  if (!handling) return null;
  const { unit, advisory, ...rest } = handling;
  const productIds = unit.products.map(({ productId }) => productId);
  const asked = new Set(advisory.items.map(({ productId }) => productId));
  return {
    ...rest,
    unit: { name: unit.name, phone: unit.phone },
    inventory: unit.inventory,
    met: unit.products
      .filter(({ productId }) => asked.has(productId))
      .map(({ product }) => product.name),
    relevance: relevanceOf(advisory.items, unit.inventory ? { productIds } : null),
    awaitsReview: awaitsReview({ ...rest, rhythm: advisory.rhythm }),
    may: {
      answer: canHandleAdvisory(actor, { unitId }),
      accept: canAcceptRisk(actor, { unitId }),
      review: canReviewHandling(actor),
      name: isDistrict(actor) || canAcceptRisk(actor, { unitId }),
    },
  };
}

export type HandlingView = NonNullable<Awaited<ReturnType<typeof findHandling>>>;
