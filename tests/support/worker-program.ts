import { startWorker } from "@/lib/jobs/worker";

/** A worker as `npm run worker` starts it, which takes over from a dead one sooner. */
await startWorker(process.env.DATABASE_URL ?? "", { leaseMs: 4_000, pollMs: 300 });
console.log("ready");
