import "server-only";

import { db } from "@/lib/db";
import { now } from "@/lib/time";
import { type Actor, type Home, type Role, seesAll } from "./actor";
import type { Caller } from "./caller";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** A duty officer's phone must not be signed out between midnight and the next hand-over. */
export const IDLE_LIMIT = 12 * HOUR;
/** Nobody stays signed in longer than a week, however busy. */
export const ABSOLUTE_LIMIT = 7 * 24 * HOUR;
/** Time to type the second factor. */
export const SECOND_FACTOR_LIMIT = 10 * MINUTE;
const TOUCH_EVERY = 5 * MINUTE;

/** What a session still asks for before it opens anything. */
export type SessionStep = "second-factor" | "change-password" | "open";

export type LiveSession = { actor: Actor; step: SessionStep };

/** What an actor is made of, as the database has it. */
export type Holder = {
  userId: string;
  fullName: string;
  role: Role;
  unitId: string;
  unitName: string;
  home: string | null;
};

/** Those of these sessions that are good still, with what may have changed; in one query. */
export async function listLiveSessions(ids: string[]) {
  const at = now();
  const idleSince = new Date(at.getTime() - IDLE_LIMIT);
  const rows = await db.$queryRaw<{ id: string; role: Role; unitId: string }[]>`
    SELECT s.id, u.role::text AS role, u."unitId"
    FROM "Session" s JOIN "User" u ON u.id = s."userId"
    WHERE s.id = ANY (${ids}::uuid[]) AND s."revokedAt" IS NULL AND s.complete
      AND u."disabledAt" IS NULL AND NOT u."mustChangePassword"
      AND s."expiresAt" > ${at}::timestamptz AND s."lastSeenAt" > ${idleSince}::timestamptz`;
  return new Map(rows.map((row) => [row.id, row]));
}

type Row = Holder & { lastSeenAt: Date; complete: boolean; mustChangePassword: boolean };

/**
 * The session with who holds it, in one query; null once revoked, expired, idle or disabled. What
 * an open page asks for by itself keeps nobody signed in.
 */
export async function findLiveSession(
  sessionId: string,
  caller: Caller,
  { unasked = false } = {},
): Promise<LiveSession | null> {
  const at = now();
  const idleSince = new Date(at.getTime() - IDLE_LIMIT);
  const [row] = await db.$queryRaw<Row[]>`
    SELECT s."lastSeenAt", s.complete, u.id AS "userId", u."fullName", u.role::text AS role,
           u."mustChangePassword", u."unitId", n.name AS "unitName", k.home
    FROM "Session" s
      JOIN "User" u ON u.id = s."userId"
      JOIN "Unit" n ON n.id = u."unitId"
      JOIN "UnitKind" k ON k.code = n."kindCode"
    WHERE s.id = ${sessionId}::uuid AND s."revokedAt" IS NULL AND u."disabledAt" IS NULL
      AND s."expiresAt" > ${at}::timestamptz AND s."lastSeenAt" > ${idleSince}::timestamptz`;
  if (!row) return null;

  if (row.complete && !unasked && at.getTime() - row.lastSeenAt.getTime() > TOUCH_EVERY) {
    await db.session.updateMany({
      where: { id: sessionId, revokedAt: null, lastSeenAt: row.lastSeenAt },
      data: { lastSeenAt: at, ip: caller.ip },
    });
  }
  return { actor: actorOf(row, sessionId, caller), step: stepOf(row) };
}

export function stepOf(row: { complete: boolean; mustChangePassword: boolean }): SessionStep {
  if (!row.complete) return "second-factor";
  return row.mustChangePassword ? "change-password" : "open";
}

/** For the session, and for the audit entries of signing in, when there is no session yet. */
export function actorOf(holder: Holder, sessionId: string, { ip, userAgent }: Caller): Actor {
  const { userId, fullName, role, unitId, unitName } = holder;
  const person = { userId, fullName, role, unitId, unitName, sessionId, ip, userAgent };
  const home = homeOf(holder.home);
  if (home) return { ...person, home };
  // A kind without a home of its own: the desk that fits what the role may see.
  const guest: Actor = { ...person, home: "locality" };
  return seesAll(guest) ? { ...guest, home: "command" } : guest;
}

const homes: readonly Home[] = ["command", "coordination", "locality", "telecom"];
const homeOf = (code: string | null) => homes.find((home) => home === code);
