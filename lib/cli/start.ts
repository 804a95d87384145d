import { env } from "@/lib/env";
import { buildIfNeeded } from "./build";
import { serve } from "./serve";

await serve("start", async ({ embedded }) => {
  const wantsDemo = env.DEMO === "1" || (embedded && env.DEMO !== "0");
  if (wantsDemo) {
    const { seedDemo, demoAccounts } = await import("@/prisma/seed/demo");
    const loaded = await seedDemo();
    if (loaded) {
      console.log(`Tài khoản dùng thử (mật khẩu Demo#2025): ${demoAccounts.join(", ")}`);
    }
  }
  await buildIfNeeded();
});
