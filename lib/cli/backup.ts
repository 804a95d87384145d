import { runWithDatabase } from "./database";

const target = process.argv[2];
if (!target) {
  console.error("Cách dùng: npm run backup -- TỆP.zip");
  process.exit(1);
}

await runWithDatabase(async () => {
  const { writeBackup } = await import("./archive/write");
  const { tables, files, missing } = await writeBackup(target);
  const rows = tables.reduce((sum, table) => sum + table.rows, 0);
  console.log(
    `Đã sao lưu ${rows} dòng của ${tables.length} bảng và ${files.length} tệp vào ${target}.`,
  );
  if (missing.length > 0) {
    console.error(`${missing.length} tệp có tên trong dữ liệu nhưng không còn trên đĩa.`);
    process.exitCode = 1;
  }
  console.log(
    "Khóa không nằm trong bản sao lưu: cất riêng NEXTAUTH_SECRET và FIELD_KEYS, hoặc hai tệp secret và field-keys trong DATA_DIR.",
  );
});
