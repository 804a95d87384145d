import pg from "pg";
import { startEmbedded } from "@/lib/db/embedded";

/** Starts the embedded server, commits a row and dies without a word, as under a kill. */
const { url } = await startEmbedded({ dataDir: process.env.DATA_DIR ?? "" });
const client = new pg.Client({ connectionString: url });
await client.connect();
await client.query("CREATE TABLE kept (n int); INSERT INTO kept VALUES (7)");
console.log("committed");
process.kill(process.pid, "SIGKILL");
