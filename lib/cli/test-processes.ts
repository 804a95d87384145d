import { buildIfNeeded } from "./build";
import { runVitest } from "./vitest";

/** Two copies of the pages and a worker on one PostgreSQL, one of them killed: `npm run test:processes`. */
await buildIfNeeded();
runVitest(["--config=tests/processes/vitest.config.ts"]);
