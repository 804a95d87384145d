import { runWithDatabase } from "./database";

await runWithDatabase(async () => {
  const { seedDemo } = await import("@/prisma/seed/demo");
  const { demoAccounts } = await import("@/prisma/seed/people");
  await seedDemo();
  console.log(`Đã nạp dữ liệu mẫu. Tài khoản (mật khẩu Demo#2025): ${demoAccounts.join(", ")}`);
});
