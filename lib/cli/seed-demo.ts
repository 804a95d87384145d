import { runWithDatabase } from "./database";

await runWithDatabase(async () => {
  const { demoAccounts, seedDemo } = await import("@/prisma/seed/demo");
  await seedDemo();
  console.log(`Đã nạp dữ liệu mẫu. Tài khoản (mật khẩu Demo#2025): ${demoAccounts.join(", ")}`);
});
