import pg from "pg";
import { systemActor } from "@/lib/auth/system-actor";
import {
  claimDeliveries,
  dropStale,
  forgetBrowser,
  recoverDeliveries,
  reportChannels,
  settleDelivery,
} from "@/lib/notifications/deliveries/commands";
import type { Claimed, Outcome } from "@/lib/notifications/deliveries/schema";
import type { Way } from "./channels";
import { HandOver } from "./hand-over";

/** Longer than any attempt may last, so that a living worker's deliveries are never taken over. */
const LEASE_MS = 90_000;
/** What becomes due by the clock is seen so late; what is written is told at once. */
const POLL_MS = 5_000;
const SETTLE_PAUSE_MS = 500;

export type SenderOptions = { leaseMs?: number; pollMs?: number };

/** Sends what waits, by every way, until it is stopped; what is under way is ended first. */
export async function startSender(
  connectionString: string,
  ways: Way[],
  { leaseMs = LEASE_MS, pollMs = POLL_MS }: SenderOptions = {},
) {
  const handOver = new HandOver(connectionString);
  const underWay = new Set<Promise<void>>();
  const busy = new Map<Way, number>();
  const draining = new Map<Way, boolean>();
  let stopped = false;

  const report = () =>
    reportChannels(
      systemActor,
      ways.map(({ channel, ready, detail }) => ({ channel, ready, detail })),
    );
  const wakeAll = () => {
    for (const way of ways) if (way.ready) void drain(way);
  };
  let looking = false;
  /** Never twice at once: a slow database must not be asked by more and more. */
  const look = async () => {
    if (looking) return;
    looking = true;
    try {
      await report();
      await recoverDeliveries(systemActor);
      await dropStale(systemActor);
      wakeAll();
    } catch (error) {
      complain(error);
    } finally {
      looking = false;
    }
  };

  /** Fills the free places of a way; one that was woken meanwhile looks once more. */
  async function drain(way: Way) {
    if (draining.has(way)) {
      draining.set(way, true);
      return;
    }
    draining.set(way, false);
    try {
      for (let again = true; again && !stopped; ) {
        draining.set(way, false);
        const full = await fill(way);
        again = !full && draining.get(way) === true;
      }
    } catch (error) {
      complain(error);
    } finally {
      draining.delete(way);
    }
  }

  /** True when every place is taken: then the next to become free looks again. */
  async function fill(way: Way) {
    const free = way.atOnce - (busy.get(way) ?? 0);
    if (free <= 0) return true;
    await handOver.ready();
    const until = performance.now() + leaseMs * 0.9;
    const { claimId, rows } = await claimDeliveries(systemActor, {
      channel: way.channel,
      most: free,
      leaseMs,
    });
    for (const row of rows) {
      const work = attempt(way, row, claimId, until).finally(() => {
        underWay.delete(work);
        busy.set(way, (busy.get(way) ?? 1) - 1);
        if (!stopped) void drain(way);
      });
      busy.set(way, (busy.get(way) ?? 0) + 1);
      underWay.add(work);
    }
    return rows.length === free;
  }

  async function attempt(way: Way, row: Claimed, claimId: string, until: number) {
    const commit = (write: () => void) => {
      // Whoever was halted for longer than the lease may no longer own the delivery.
      if (performance.now() > until) throw new Error("quá hạn giữ tin");
      handOver.commit({ id: row.id, claimId }, write);
    };
    const outcome = await way.send(row, commit).catch(
      (error): Outcome => ({
        is: "refused",
        reason: error instanceof Error ? error.message.slice(0, 300) : String(error),
        final: false,
      }),
    );
    await settle(row, claimId, outcome);
    if (outcome.is === "gone" && row.browser) {
      await forgetBrowser(systemActor, row.browser.endpoint).catch(complain);
    }
  }

  /** What came of it is known here alone: while the database is away it is told again and again. */
  async function settle(row: Claimed, claimId: string, outcome: Outcome) {
    const until = performance.now() + leaseMs;
    for (;;) {
      try {
        await settleDelivery(systemActor, row, claimId, outcome);
        return;
      } catch (error) {
        if (performance.now() > until) return complain(error);
        await new Promise((resolve) => setTimeout(resolve, SETTLE_PAUSE_MS));
      }
    }
  }

  const listener = listen(connectionString, wakeAll);
  await look();
  const timer = setInterval(() => void look(), pollMs);

  return {
    stop: async () => {
      stopped = true;
      clearInterval(timer);
      await listener.close();
      await Promise.all(underWay);
      for (const way of ways) way.close?.();
      await handOver.close();
    },
  };
}

/** Hears of new deliveries at once; one that lost its connection asks for another. */
function listen(connectionString: string, wake: () => void) {
  let client: pg.Client | null = null;
  let closed = false;
  let retry: NodeJS.Timeout | undefined;

  const again = () => {
    if (closed) return;
    clearTimeout(retry);
    retry = setTimeout(open, 1_000);
  };
  const open = async () => {
    const next = new pg.Client({ connectionString });
    next.on("error", again);
    next.on("end", again);
    next.on("notification", wake);
    try {
      await next.connect();
      await next.query("LISTEN notice_delivery");
      client = next;
      if (closed) await next.end();
      else wake();
    } catch {
      again();
    }
  };
  void open();
  return {
    close: async () => {
      closed = true;
      clearTimeout(retry);
      await client?.end().catch(() => {});
    },
  };
}

function complain(error: unknown) {
  console.error("sending:", error instanceof Error ? error.message : error);
}
