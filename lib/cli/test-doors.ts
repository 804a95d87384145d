import { buildIfNeeded } from "./build";
import { runVitest } from "./vitest";

/** Every door of the built app, by everybody: `npm run test:doors`. */
await buildIfNeeded();
runVitest(["--config=tests/doors/vitest.config.ts"]);
