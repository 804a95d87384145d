import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { readDirective } from "@/lib/directives/reading/rules";
import { type DirectiveReading, directiveContentSchema } from "@/lib/directives/reading/schema";
import { extractText } from "@/lib/documents/extraction/rules";
import { Refusal } from "@/lib/errors";

const USAGE = "Cách dùng: npm run import-directive -- TỆP [--json]";

async function run(file: string | undefined, json: boolean) {
  if (file === undefined) return fail(USAGE);
  try {
    const text = await extractText({ name: basename(file), bytes: await readFile(file) });
    const reading = readDirective(text);
    if (!reading) return fail("Nội dung tệp không phải là một văn bản chỉ đạo.");
    await print(json ? asJson(reading) : summary(reading));
    return 0;
  } catch (error) {
    if (error instanceof Refusal) return fail(error.message);
    if (isFileError(error)) return fail(`Không mở được tệp "${file}" (${error.code}).`);
    throw error;
  }
}

function fail(message: string) {
  process.stderr.write(`${message}\n`);
  return 1;
}

/** A pipe may take the text in pieces; the process must not end before the last one. */
const print = (text: string) =>
  new Promise<void>((done, failed) =>
    process.stdout.write(`${text}\n`, (error) => (error ? failed(error) : done())),
  );

const isFileError = (error: unknown): error is NodeJS.ErrnoException =>
  error instanceof Error && "code" in error && "syscall" in error;

const asJson = (reading: DirectiveReading) =>
  JSON.stringify(directiveContentSchema.parse(reading), null, 2);

function summary(reading: DirectiveReading) {
  const { authority, position, name } = reading.signer;
  return [
    `Cơ quan ban hành: ${shown(reading.issuer)}`,
    `Số, ký hiệu: ${reading.number ?? "…"}/${reading.symbol ?? "…"}`,
    `Nơi, ngày: ${shown(reading.place)}, ${shown(reading.date)}`,
    `Trích yếu: ${shown(reading.subject)}`,
    ...reading.basis.map(
      ({ number, date, issuer }) => `Căn cứ: ${shown(number)}, ${shown(date)}, ${shown(issuer)}`,
    ),
    ...reading.addressees.map((addressee) => `Kính gửi: ${addressee}`),
    ...reading.sections.flatMap(({ heading, recipients, obligations }, index) => [
      `\nMục ${index + 1}: ${shown(heading)}`,
      `  Đơn vị: ${recipients.join("; ") || shown(null)}`,
      ...obligations.map(
        ({ text, measures, dueAt }) =>
          `  - ${text}\n    [${measures.join(", ")}] hạn: ${shown(dueAt)}`,
      ),
    ]),
    "",
    ...reading.supportContacts.map((contact) => `Hỗ trợ: ${shown(contact.name)}, ${contact.phone}`),
    `Người ký: ${[authority, position, name].filter(Boolean).join(" / ") || shown(null)}`,
    ...reading.copies.map((copy) => `Nơi nhận: ${copy}`),
    ...(reading.doubts.length > 0 ? [`Cần kiểm tra lại: ${reading.doubts.join(", ")}`] : []),
  ].join("\n");
}

function shown(value: string | null) {
  return value ?? "(chưa đọc được)";
}

const options = process.argv.slice(2);
const path = options.find((option) => !option.startsWith("--"));
process.exitCode = await run(path, options.includes("--json"));
