import { readFileSync, statSync } from "node:fs";
import { systemActor } from "@/lib/auth/system-actor";
import { env } from "@/lib/env";
import { PEOPLE_FILE_LIMITS, type PeopleImport } from "@/lib/identity/people/import/schema";
import { runWithDatabase } from "./database";

const SHOWN = 200;

const bytes = readFile(process.argv[2]);

await runWithDatabase(async () => {
  const { importPeople } = await import("@/lib/identity/people/import/commands");
  report(await importPeople(systemActor, bytes));
});

function readFile(file: string | undefined) {
  if (!file) return fail("Cách dùng: npm run import-people -- TỆP.xlsx");
  const size = statSync(file, { throwIfNoEntry: false })?.size;
  if (size === undefined) return fail(`Không tìm thấy tệp "${file}".`);
  if (size > PEOPLE_FILE_LIMITS.bytes) return fail("Tệp lớn hơn 2 MB.");
  return readFileSync(file);
}

/** Tab-separated on standard output, so that it can go straight into a sheet. */
function report(outcome: PeopleImport) {
  if (outcome.status === "refused") {
    console.error(`Không nhập ai: tệp có ${outcome.errors.length} lỗi.`);
    for (const { row, message } of outcome.errors.slice(0, SHOWN)) {
      console.error(row === null ? message : `Dòng ${row}: ${message}`);
    }
    process.exitCode = 1;
    return;
  }
  const origin = env.PUBLIC_URL ? new URL(env.PUBLIC_URL).origin : `http://localhost:${env.PORT}`;
  for (const { fullName, unitName, username, token } of outcome.people) {
    console.log([fullName, unitName, username, `${origin}/invite/${token}`].join("\t"));
  }
  console.error(
    `Đã nhập ${outcome.people.length} tài khoản. Mỗi liên kết dùng một lần, trong 7 ngày, không hiện lại nữa.`,
  );
}

function fail(message: string): never {
  console.error(message);
  process.exit(1);
}
