import "server-only";

import type { Actor } from "@/lib/auth/actor";
import { db } from "@/lib/db";
import { env } from "@/lib/env";
import { now } from "@/lib/time";
import { type Channel, channels } from "../choices/schema";
import type { DeliveryState } from "./labels";
import { canManageDelivery } from "./policy";

/** A worker that has said nothing for so long is not running. */
const SILENCE_MS = 60_000;
const LIMIT = 50;

type Counts = {
  channel: Channel;
  waiting: number;
  oldest: Date | null;
  sent: number;
  unconfirmed: number;
  failed: number;
};

/** Each channel: set up or not, heard of when, how much waits and what came of the last day. */
export async function summariseDelivery(actor: Actor) {
  if (!canManageDelivery(actor)) return null;
  const at = now();
  const since = new Date(at.getTime() - 24 * 3_600_000);
  const [kept, gateways, counts] = await Promise.all([
    db.noticeChannel.findMany(),
    db.noticeGateway.count({ where: { activeSince: { not: null } } }),
    db.$queryRaw<Counts[]>`
      SELECT d.channel::text AS channel,
        count(*) FILTER (WHERE d.state = 'waiting' AND d."dueAt" <= ${at}::timestamptz)::int AS waiting,
        min(d."dueAt") FILTER (WHERE d.state = 'waiting' AND d."dueAt" <= ${at}::timestamptz) AS oldest,
        count(*) FILTER (WHERE d.state = 'sent')::int AS sent,
        count(*) FILTER (WHERE d.state = 'unconfirmed')::int AS unconfirmed,
        count(*) FILTER (WHERE d.state = 'failed')::int AS failed
      FROM "NoticeDelivery" d
      WHERE d."dueAt" >= ${since}::timestamptz
      GROUP BY d.channel`,
  ]);
  const heard = kept.map(({ heardAt }) => heardAt?.getTime() ?? 0);
  return {
    running: Math.max(...heard) > at.getTime() - SILENCE_MS,
    lastHeardAt: kept.map(({ heardAt }) => heardAt).find((one) => one !== null) ?? null,
    hasAddress: env.PUBLIC_URL !== undefined,
    channels: channels.map((channel) => {
      const {
        ready = false,
        detail = "",
        pausedAt = null,
      } = kept.find((one) => one.channel === channel) ?? {};
      const count = counts.find((one) => one.channel === channel);
      return {
        channel,
        ready: ready && (channel !== "webhook" || gateways > 0),
        detail,
        pausedAt,
        waiting: count?.waiting ?? 0,
        oldest: count?.oldest ?? null,
        sent: count?.sent ?? 0,
        unconfirmed: count?.unconfirmed ?? 0,
        failed: count?.failed ?? 0,
      };
    }),
  };
}

export type DeliverySummary = NonNullable<Awaited<ReturnType<typeof summariseDelivery>>>;

/** What did not arrive, or is not known to have, newest first; and the tests of the gateways. */
export async function listTroubles(actor: Actor) {
  if (!canManageDelivery(actor)) return [];
  return db.$queryRaw<Trouble[]>`
    SELECT d.id, d.channel::text AS channel, d.state::text AS state, d.attempts, d.error, d."dueAt",
           n.kind, n.at, u."fullName" AS person, o."shortName" AS unit
    FROM "NoticeDelivery" d JOIN "Notice" n ON n.id = d."noticeId"
      JOIN "User" u ON u.id = d."userId" JOIN "Unit" o ON o.id = u."unitId"
    WHERE d.state IN ('failed', 'unconfirmed') OR d.state = 'waiting' AND d.attempts > 0
    ORDER BY d.id DESC LIMIT ${LIMIT}`;
}

type Trouble = {
  id: string;
  channel: Channel;
  state: DeliveryState;
  attempts: number;
  error: string;
  dueAt: Date;
  kind: string;
  at: Date;
  person: string;
  unit: string;
};

export type TroubleRow = Awaited<ReturnType<typeof listTroubles>>[number];
