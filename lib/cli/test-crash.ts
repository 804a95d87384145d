import { buildIfNeeded } from "./build";
import { runVitest } from "./vitest";

/** A hundred kills, or as many as are asked for: `npm run test:crash -- 10`. */
const [rounds = "100"] = process.argv.slice(2);
await buildIfNeeded();
runVitest(["--config=tests/crash/vitest.config.ts"], { CRASH_ROUNDS: rounds });
