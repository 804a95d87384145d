import { build } from "esbuild";

/** Where the browser finds it; the whole product is in its scope. */
export const WORKER_FILE = "public/watch-worker.js";

/** Next bundles pages only: the service worker is one small file of its own. */
export async function buildWorker() {
  await build({
    entryPoints: ["lib/offline/worker.ts"],
    outfile: WORKER_FILE,
    bundle: true,
    minify: true,
    format: "iife",
    target: "es2022",
    legalComments: "none",
    logLevel: "warning",
  });
}
