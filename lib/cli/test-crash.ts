import { buildIfNeeded } from "./build";
import { runVitest } from "./vitest";

/** A hundred kills instead of ten: `npm run test:crash`. */
await buildIfNeeded();
runVitest(["--config=tests/crash/vitest.config.ts"], { CRASH_ROUNDS: "100" });
