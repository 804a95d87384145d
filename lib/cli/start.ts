import { env } from "@/lib/env";
import { buildIfNeeded } from "./build";
import { serve } from "./serve";

await serve("start", async ({ embedded }) => {
  const wantsDemo = env.DEMO === "1" || (embedded && env.DEMO !== "0");
  if (wantsDemo) {
    const { isDemoLoaded } = await import("@/prisma/seed/loaded");
    const { demoAccounts } = await import("@/prisma/seed/people");
    const seed = async () => (await import("@/prisma/seed/demo")).seedDemo();
    if ((await isDemoLoaded()) || (await seed())) {
      console.log(`Tài khoản dùng thử (mật khẩu Demo#2025): ${demoAccounts.join(", ")}`);
    }
  }
  await buildIfNeeded();
});
