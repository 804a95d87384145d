import { runWithDatabase } from "./database";

const source = process.argv[2];
if (!source) {
  console.error("Cách dùng: npm run restore -- TỆP.zip");
  process.exit(1);
}

await runWithDatabase(async () => {
  const { restoreBackup } = await import("./archive/restore");
  const { manifest, sameKeys } = await restoreBackup(source);
  const { verifyAuditTrail } = await import("@/lib/audit/verify");
  const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0);
  console.log(
    `Đã phục hồi ${rows} dòng và ${manifest.files.length} tệp, như lúc ${manifest.madeAt}.`,
  );
  const { broken, entries, chains } = await verifyAuditTrail();
  console.log(
    broken
      ? "Nhật ký trong bản sao lưu không nguyên vẹn: chạy npm run audit:verify để biết chỗ."
      : `Nhật ký nguyên vẹn: ${entries} bản ghi trong ${chains} chuỗi.`,
  );
  if (!sameKeys) {
    console.error(
      "Khóa ở đây khác khóa lúc sao lưu: chép hai tệp secret và field-keys (hoặc NEXTAUTH_SECRET, FIELD_KEYS) của máy cũ sang, nếu không thì mã xác thực hai bước và dữ liệu người phản ánh không mở được.",
    );
  }
  if (broken || !sameKeys) process.exitCode = 1;
});
