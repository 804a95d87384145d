import { createHash } from "node:crypto";
import path from "node:path";
import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type ArchiveEntry, namesWithin, streamArchive } from "@/lib/documents/archive/rules";
import { writeCsv } from "@/lib/documents/csv/rules";
import { unzippedBytes } from "@/tests/support/documents";

const at = new Date("2025-01-29T00:00:00Z");
const sha256 = (bytes: Buffer) => createHash("sha256").update(bytes).digest("hex");
const kept = (name: string, bytes: Buffer, claimed = sha256(bytes)): ArchiveEntry => ({
  folder: "Minh chứng",
  name,
  at,
  sha256: claimed,
  open: async () => Readable.from([bytes.subarray(0, 3), bytes.subarray(3)]),
});

const hostile = fc.oneof(
  fc.constantFrom(
    "../../x.html",
    "..\\..\\windows\\system32\\a.dll",
    "/etc/passwd",
    "C:\\a.txt",
    "..",
    ".",
    "",
    "a/../../b",
    "\u202Egpj.exe",
    "tệp\0ẩn.txt",
    "NHẬT KÝ.log",
    "nhật ký.log",
  ),
  fc.string({ maxLength: 200 }),
  fc.string({ unit: "grapheme", maxLength: 60 }),
);

describe("an archive", () => {
  test("no name climbs out of its folder or meets another, whatever it is", () => {
    fc.assert(
      fc.property(fc.array(hostile, { maxLength: 12 }), (names) => {
        const within = namesWithin(names.map((name) => ({ folder: "Minh chứng", name })));
        for (const name of within) {
          expect(path.posix.dirname(name)).toBe("Minh chứng");
          expect(name).not.toMatch(/\\|\0|(?:^|\/)\.\.?(?:\/|$)|^\/|^[a-z]:/i);
        }
        expect(new Set(within.map((name) => name.toLocaleLowerCase("vi"))).size).toBe(names.length);
      }),
    );
  });

  test("gives every byte back under its name", async () => {
    const files = [
      Buffer.from("Nhật ký tường lửa"),
      Buffer.alloc(300_000, 7),
      Buffer.from("<script>"),
    ];
    const zip = await buffer(
      streamArchive([
        { name: "Danh mục.csv", at, bytes: Buffer.from("a,b") },
        ...files.map((bytes, index) => kept(`../../tệp ${index}.html`, bytes)),
      ]),
    );
    const read = await unzippedBytes(zip);
    expect(read.map(([name]) => name)).toEqual([
      "Danh mục.csv",
      "Minh chứng/tệp 0.html",
      "Minh chứng/tệp 1.html",
      "Minh chứng/tệp 2.html",
    ]);
    expect(read.slice(1).map(([, bytes]) => sha256(bytes))).toEqual(files.map(sha256));
  });

  test("breaks off when a file is no longer what it was, or is gone", async () => {
    const changed = kept("a.txt", Buffer.from("đã sửa"), sha256(Buffer.from("nguyên")));
    await expect(buffer(streamArchive([changed]))).rejects.toThrow(/no longer what it was/);
    const gone: ArchiveEntry = {
      ...kept("b", Buffer.from("b")),
      open: async () => Promise.reject(new Error("gone")),
    } as ArchiveEntry;
    await expect(buffer(streamArchive([gone]))).rejects.toThrow(/gone/);
  });
});

test("whoever goes away in the middle of an archive leaves no file open behind", async () => {
  const bytes = Buffer.alloc(2_000_000, 1);
  const source = Readable.from([bytes, bytes, bytes, bytes]);
  const zip = streamArchive([
    { name: "a.bin", at, sha256: sha256(bytes), open: async () => source },
  ]);
  await new Promise((resolve) => zip.once("readable", resolve));
  zip.destroy();
  await expect.poll(() => source.destroyed).toBe(true);
});

test("a .csv is read back as it was, and nothing in it runs as a formula", () => {
  const cell = fc.oneof(
    fc.string({ maxLength: 20 }),
    fc.constantFrom("=1+1", "+84912", "@SUM(A1)", "-3", '"a","b"', "a\nb", "＝1"),
  );
  fc.assert(
    fc.property(
      fc.array(fc.array(cell, { minLength: 1, maxLength: 5 }), { minLength: 1 }),
      (rows) => {
        const read: string[][] = parse(writeCsv(rows), { bom: true, relax_column_count: true });
        expect(read.map((cells) => cells.map((text) => text.replace(/^'/, "")))).toEqual(
          rows.map((cells) => cells.map((text) => text.replace(/^'/, ""))),
        );
        for (const text of read.flat()) expect(text).not.toMatch(/^\s*[=+\-@＝＋－＠]/);
      },
    ),
  );
});
