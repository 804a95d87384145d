import { closeSync, openSync } from "node:fs";
import pg from "pg";
import { findRunning } from "@/lib/db/embedded";
import { freshDataDir, startApp } from "@/tests/support/running-app";
import { Outside } from "./app";
import { everyone } from "./people";
import { prepare } from "./prepare";
import { findThings } from "./things";

/** A copy of the built app of its own, everybody signed in, and a database in which nothing lands. */
export async function open(complaintsFile: string) {
  const dataDir = freshDataDir();
  const complaints = openSync(complaintsFile, "w");
  const app = await startApp({ dataDir, complaints });
  const client = new pg.Client({ connectionString: (await findRunning(dataDir)) ?? "" });
  await client.connect();
  const outside = new Outside(app.url);
  await Promise.all(everyone.map((person) => outside.signIn(person)));
  await prepare(client, dataDir);
  const places = await findThings(client);
  return {
    outside,
    places,
    client,
    close: async () => {
      await client.end();
      await app.stop();
      closeSync(complaints);
    },
  };
}

/** So many at a time: the app answers on one core, and the database holds ten connections. */
export async function many<T>(list: T[], work: (one: T) => Promise<void>) {
  const queue = [...list];
  const takeTurns = async () => {
    for (let one = queue.shift(); one !== undefined; one = queue.shift()) await work(one);
  };
  await Promise.all(Array.from({ length: 6 }, takeTurns));
}
