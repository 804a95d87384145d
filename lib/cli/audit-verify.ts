import { runWithDatabase } from "./database";

const REASONS = {
  altered: "nội dung đã bị sửa",
  missing: "bị thiếu",
  head: "bị cắt khỏi cuối chuỗi, hoặc đầu chuỗi đã bị sửa",
};

await runWithDatabase(async () => {
  const { verifyAuditTrail } = await import("@/lib/audit/verify");
  const { chains, entries, broken } = await verifyAuditTrail();
  if (!broken) {
    console.log(`Nhật ký nguyên vẹn: ${entries} bản ghi trong ${chains} chuỗi.`);
    return;
  }
  const { unitId, seq, reason } = broken;
  console.error(`Nhật ký không nguyên vẹn: chuỗi ${unitId}, bản ghi số ${seq} ${REASONS[reason]}.`);
  process.exitCode = 1;
});
