import { readFileSync, statSync } from "node:fs";
import { systemActor } from "@/lib/auth/system-actor";
import { decodeText } from "@/lib/organization/import/rules";
import { IMPORT_LIMITS, type ImportCounts, type RowError } from "@/lib/organization/import/schema";
import { runWithDatabase } from "./database";

const SHOWN = 200;

const text = readText(process.argv[2]);

await runWithDatabase(async () => {
  const { importUnits } = await import("@/lib/organization/import/commands");
  const outcome = await importUnits(systemActor, text);
  if (outcome.status === "done") return report(outcome);
  complain(outcome.errors);
  process.exitCode = 1;
});

function readText(file: string | undefined) {
  if (!file) return fail("Cách dùng: npm run import-units -- TỆP.csv");
  const size = statSync(file, { throwIfNoEntry: false })?.size;
  if (size === undefined) return fail(`Không tìm thấy tệp "${file}".`);
  if (size > IMPORT_LIMITS.bytes) return fail("Tệp lớn hơn 5 MB.");
  const decoded = decodeText(readFileSync(file));
  if (decoded === null) {
    return fail('Tệp không phải văn bản UTF-8. Trong Excel chọn "CSV UTF-8" khi lưu.');
  }
  return decoded;
}

function report({ created, updated, unchanged, newKinds }: ImportCounts) {
  console.log(`Đã nhập: ${created} đơn vị mới, ${updated} cập nhật, ${unchanged} không đổi.`);
  if (newKinds.length > 0) console.log(`Loại đơn vị mới: ${newKinds.join(", ")}.`);
}

function complain(errors: RowError[]) {
  console.error(`Không nhập đơn vị nào: tệp có ${errors.length} lỗi.`);
  for (const { row, message } of errors.slice(0, SHOWN)) {
    console.error(row === null ? message : `Dòng ${row}: ${message}`);
  }
  if (errors.length > SHOWN) console.error(`… và ${errors.length - SHOWN} lỗi nữa.`);
}

function fail(message: string): never {
  console.error(message);
  process.exit(1);
}
