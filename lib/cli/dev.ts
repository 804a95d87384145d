import { env } from "@/lib/env";
import { serve } from "./serve";
import { buildWorker } from "./watch-worker";

await serve("dev", async ({ embedded }) => {
  await buildWorker();
  if (env.DEMO === "0" || !embedded) return;
  const { seedDemo } = await import("@/prisma/seed/demo");
  await seedDemo();
});
