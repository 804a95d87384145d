import { env } from "@/lib/env";
import { serve } from "./serve";

await serve("dev", async ({ embedded }) => {
  if (env.DEMO === "0" || !embedded) return;
  const { seedDemo } = await import("@/prisma/seed/demo");
  await seedDemo();
});
