import { chmodSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

/** Data, files and keys of a run lie in a folder of its own, whatever the person's shell says. */
const folder = mkdtempSync(path.join(tmpdir(), "bench-"));
// As root the database runs as another user, who must be able to walk in.
chmodSync(folder, 0o755);
process.env.DATA_DIR = path.join(folder, "data");
process.env.DATABASE_URL = "";

// Only now, since what it loads reads the environment.
const { runSuite } = await import("./bench/suite");
process.exit(await runSuite(process.argv.slice(2), folder));
