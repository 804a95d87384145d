import "server-only";

import type { Actor } from "@/lib/auth/actor";
import { db, type Prisma } from "@/lib/db";
import { now } from "@/lib/time";
import { type Part, seesAllTelcos } from "../policy";
import { findPart } from "../standing/queries";
import { requestCode, requestState } from "./rules";
import type { RequestFilter } from "./schema";

const PER_PAGE = 20;

/** A telco's own answer alone; police and district see all of them. */
const receiptsFor = (actor: Actor, part: Part): Prisma.AuthorityRequestReceiptWhereInput =>
  seesAllTelcos(part)
    ? {}
    : part === "telco"
      ? { telcoId: actor.unitId }
      : { requestId: { in: [] } };

const facts = (actor: Actor, part: Part) =>
  ({
    id: true,
    year: true,
    number: true,
    reference: true,
    act: true,
    target: true,
    sentAt: true,
    dueAt: true,
    unit: { select: { name: true } },
    telcos: {
      where: receiptsFor(actor, part),
      select: {
        telcoId: true,
        answeredAt: true,
        result: true,
        telco: { select: { name: true, shortName: true, phone: true } },
      },
      orderBy: { telco: { name: "asc" } },
      take: 50,
    },
  }) satisfies Prisma.AuthorityRequestSelect;

/** Requests with how each telco stands. */
export async function listRequests(actor: Actor, { show, page }: RequestFilter) {
  const part = await findPart(actor);
  const at = now();
  const own = receiptsFor(actor, part);
  const shown = {
    open: { telcos: { some: { ...own, answeredAt: null } } },
    late: { dueAt: { lt: at }, telcos: { some: { ...own, answeredAt: null } } },
    all: { telcos: { some: own } },
  }[show];
  const found = await db.authorityRequest.findMany({
    where: shown,
    select: facts(actor, part),
    orderBy: [{ sentAt: "desc" }, { id: "desc" }],
    skip: (page - 1) * PER_PAGE,
    take: PER_PAGE + 1,
  });
  const rows = found.slice(0, PER_PAGE).map(({ telcos, ...row }) => ({
    ...row,
    code: requestCode(row),
    telcos: telcos.map((one) => ({
      ...one,
      state: requestState({ dueAt: row.dueAt, answeredAt: one.answeredAt }, at),
    })),
  }));
  return { rows, hasNext: found.length > PER_PAGE };
}

export type RequestRow = Awaited<ReturnType<typeof listRequests>>["rows"][number];

/** One request; null for a telco that was not asked. */
export async function findRequest(actor: Actor, id: string) {
  const part = await findPart(actor);
  const own = receiptsFor(actor, part);
  const base = facts(actor, part);
  const found = await db.authorityRequest.findFirst({
    where: { id, telcos: { some: own } },
    select: {
      ...base,
      reason: true,
      sentBy: true,
      telcos: {
        ...base.telcos,
        select: {
          ...base.telcos.select,
          note: true,
          answeredBy: true,
          openedAt: true,
          evidence: {
            select: { file: { select: { id: true, name: true, size: true } } },
            take: 20,
          },
        },
      },
    },
  });
  if (!found) return null;
  const at = now();
  const telcos = found.telcos.map(({ evidence, ...one }) => ({
    ...one,
    files: evidence.map(({ file }) => file),
    state: requestState({ dueAt: found.dueAt, answeredAt: one.answeredAt }, at),
  }));
  const mine = part === "telco" ? (telcos[0] ?? null) : null;
  return {
    ...found,
    code: requestCode(found),
    telcos,
    part,
    mayAnswer: mine !== null && mine.answeredAt === null,
  };
}
