import "server-only";

import pg from "pg";
import { databaseUrl } from "@/lib/env";
import type { Position } from "./position";
import { MARK_EPOCH, type News, readNews } from "./reading";

/** Without a word from the database it is asked after so long: a line may be dead without saying so. */
const POLL_MS = 20_000;
const FIRST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 5_000;

/**
 * The one connection of this process that listens, opened again as often as it is lost. Every
 * wake-up reads what was committed since the last one, so one that gets lost costs nothing.
 */
export function listen(deliver: (news: News) => void) {
  let position: Position | null = null;
  let pause = FIRST_PAUSE_MS;
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  let connection = open();

  return {
    /** How far this process has heard; null until the database has been reached once. */
    position: () => position,
    stop: () => {
      stopped = true;
      clearTimeout(timer);
      connection.close();
    },
  };

  function open() {
    return openConnection({
      read: async (ask) => {
        const news = await readNews(ask, position);
        if (stopped) return;
        position = news.position;
        pause = FIRST_PAUSE_MS;
        deliver(news);
      },
      lost: () => {
        if (stopped) return;
        timer = setTimeout(() => {
          connection = open();
        }, pause);
        pause = Math.min(pause * 2, LONGEST_PAUSE_MS);
      },
    });
  }
}

type Ask = Parameters<typeof readNews>[0];
type Work = { read: (ask: Ask) => Promise<void>; lost: () => void };

function openConnection({ read, lost }: Work) {
  const client = new pg.Client({
    connectionString: databaseUrl(),
    application_name: "live",
    keepAlive: true,
    connectionTimeoutMillis: 5_000,
    query_timeout: 10_000,
  });
  const ask: Ask = async (sql, snapshot) => (await client.query(sql, [snapshot])).rows;
  let over = false;
  let busy = true;
  let woken = false;
  let poll: NodeJS.Timeout | undefined;

  client.on("error", lose).on("end", lose).on("notification", wake);
  begin().catch(lose);
  return { close: end };

  async function begin() {
    await client.connect();
    await client.query("LISTEN live");
    await client.query(MARK_EPOCH);
    busy = false;
    wake();
  }

  /** One reading at a time; what wakes it meanwhile is read by the next. */
  function wake() {
    woken = true;
    if (busy || over) return;
    busy = true;
    catchUp().catch(lose);
  }

  async function catchUp() {
    clearTimeout(poll);
    while (woken && !over) {
      woken = false;
      await read(ask);
    }
    busy = false;
    if (!over) poll = setTimeout(wake, POLL_MS);
  }

  function lose() {
    if (over) return;
    end();
    lost();
  }

  function end() {
    over = true;
    clearTimeout(poll);
    client.end().catch(() => {});
  }
}
