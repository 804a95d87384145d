import "server-only";

import type { Actor } from "@/lib/auth/actor";
import { Prisma, type Transaction } from "@/lib/db";
import { now } from "@/lib/time";
import { digest, GENESIS, linkHash } from "./digest";

export type AuditEvent = {
  /** `directive.issue`: noun, dot, verb of the command. */
  action: string;
  subject: { type: string; id: string };
  /** The subject as it was and as it is, digested; leave out where there was or is none. */
  before?: unknown;
  after?: unknown;
  details?: Record<string, string | number | boolean | null | string[]>;
};

/**
 * Appends to the chain of the actor's unit, in the command's own transaction. Call it last: the row
 * lock on the chain's head then lasts no longer than the commit.
 */
export async function recordAudit(tx: Transaction, actor: Actor, event: AuditEvent) {
  const head = await holdHead(tx, actor.unitId);
  const content = {
    unitId: actor.unitId,
    seq: String(head.seq + 1n),
    at: now().toISOString(),
    actorId: actor.userId,
    actorName: actor.fullName,
    ip: actor.ip,
    userAgent: actor.userAgent.slice(0, 300),
    action: event.action,
    subjectType: event.subject.type,
    subjectId: event.subject.id,
    before: event.before === undefined ? null : digest(plain(event.before)),
    after: event.after === undefined ? null : digest(plain(event.after)),
    details: event.details ?? {},
    prevHash: head.hash,
  };
  const hash = linkHash(content);
  const seq = BigInt(content.seq);
  await tx.auditEntry.create({ data: { ...content, seq, hash }, select: { seq: true } });
  await tx.auditChain.update({ where: { unitId: actor.unitId }, data: { seq, hash } });
}

/** The head row of this unit's chain, held until the command ends; other units write meanwhile. */
async function holdHead(tx: Transaction, unitId: string) {
  const query = Prisma.sql`SELECT seq, hash FROM "AuditChain" WHERE "unitId" = ${unitId}::uuid FOR UPDATE`;
  const [head] = await tx.$queryRaw<{ seq: bigint; hash: string }[]>(query);
  if (head) return head;

  await tx.$executeRaw`
    INSERT INTO "AuditChain" ("unitId", seq, hash) VALUES (${unitId}::uuid, 0, ${GENESIS})
    ON CONFLICT DO NOTHING`;
  const [first] = await tx.$queryRaw<{ seq: bigint; hash: string }[]>(query);
  if (!first) throw new Error("the audit chain has no head");
  return first;
}

/** Dates become text and undefined disappears, as in the JSON that a reader would see. */
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value, bigintAsText));

const bigintAsText = (_key: string, value: unknown) =>
  typeof value === "bigint" ? String(value) : value;
