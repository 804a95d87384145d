import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { crc32, deflateRawSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { extractText, MAX_FILE_BYTES } from "@/lib/documents/extraction/rules";
import { Refusal } from "@/lib/errors";

const FOLDER = "tests/fixtures/directives";
const bytesOf = (text: string, encoding: BufferEncoding = "utf8") =>
  new Uint8Array(Buffer.from(text, encoding));
const read = (bytes: Uint8Array, name = "a.bin") => extractText({ name, bytes });
const fixture = (name: string) => new Uint8Array(readFileSync(`${FOLDER}/${name}`));

type Part = { name: string; body: Buffer; claimed?: number; flags?: number };

/** A zip written by hand, so that its headers can lie. */
function zipOf(parts: Part[]) {
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, body, claimed = body.length, flags = 0 } of parts) {
    const packed = deflateRawSync(body);
    const fields = Buffer.alloc(22);
    fields.writeUInt16LE(flags, 0);
    fields.writeUInt16LE(8, 2);
    fields.writeUInt32LE(crc32(body), 8);
    fields.writeUInt32LE(packed.length, 12);
    fields.writeUInt32LE(claimed, 16);
    fields.writeUInt16LE(name.length, 20);
    const local = Buffer.concat([
      Buffer.from("PK\x03\x04\x14\0", "latin1"),
      fields,
      Buffer.alloc(2),
    ]);
    const central = Buffer.concat([
      Buffer.from("PK\x01\x02\x14\0\x14\0", "latin1"),
      fields,
      Buffer.alloc(12),
      Buffer.alloc(4),
    ]);
    central.writeUInt32LE(offset, 42);
    files.push(local, Buffer.from(name), packed);
    directory.push(central, Buffer.from(name));
    offset += local.length + name.length + packed.length;
  }
  const size = directory.reduce((sum, piece) => sum + piece.length, 0);
  const end = Buffer.alloc(22);
  end.write("PK\x05\x06", 0, "latin1");
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(offset, 16);
  return new Uint8Array(Buffer.concat([...files, ...directory, end]));
}

const WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument";
const documentPart = (body: string, doctype = ""): Part => ({
  name: "word/document.xml",
  body: Buffer.from(
    `<?xml version="1.0"?>${doctype}<w:document xmlns:w="${WORD}"><w:body>${body}</w:body></w:document>`,
  ),
});
const paragraph = (text: string) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;
const typesPart: Part = {
  name: "[Content_Types].xml",
  body: Buffer.from(
    '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
  ),
};
const relationsPart: Part = {
  name: "_rels/.rels",
  body: Buffer.from(
    `<?xml version="1.0"?><Relationships xmlns="${RELATIONS}"><Relationship Id="a" Type="${OFFICE}" Target="word/document.xml"/></Relationships>`,
  ),
};
const docx = (...more: Part[]) => zipOf([typesPart, relationsPart, ...more]);

describe("text is found by what a file holds, not by its name", () => {
  test("Word: automatic numbers are written out, the two columns of the head follow each other", async () => {
    const text = await read(fixture("so-tttt-quoc-khanh.docx"), "scan.png");
    expect(text).toContain("1. Các sở, ban, ngành");
    expect(text).toContain("- Tổ chức trực an toàn thông tin 24/7");
    expect(text.indexOf("SỞ THÔNG TIN")).toBeLessThan(text.indexOf("CỘNG HÒA"));
  });

  test("Word: a table of tasks comes row by row", async () => {
    const cell = (text: string) => `<w:tc>${paragraph(text)}</w:tc>`;
    const row = (...cells: string[]) => `<w:tr>${cells.map(cell).join("")}</w:tr>`;
    const table = `<w:tbl>${row("Nội dung", "Đơn vị")}${row("Trực Tết", "Công an huyện")}</w:tbl>`;
    expect(await read(docx(documentPart(table)))).toContain("| Trực Tết | Công an huyện |");
  });

  test("PDF: lines are rebuilt from where the letters stand", async () => {
    const text = await read(fixture("xa-van-nham.pdf"), "a.txt");
    expect(text).toMatch(/UBND HUYỆN HỮU LŨNG {3,}CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM/);
    expect(text).toContain("I. Công an xã, Ban Chỉ huy Quân sự xã");
  });

  test.each<[string, Uint8Array]>([
    ["UTF-8", bytesOf("Kính gửi: Công an xã")],
    ["UTF-8 with a mark", bytesOf("\ufeffKính gửi: Công an xã")],
    ["UTF-16 little end first", bytesOf("\ufeffKính gửi: Công an xã", "utf16le")],
    [
      "UTF-16 big end first",
      new Uint8Array(Buffer.from("\ufeffKính gửi: Công an xã", "utf16le").swap16()),
    ],
  ])("plain text in %s", async (_, bytes) => {
    expect(await read(bytes)).toBe("Kính gửi: Công an xã");
  });
});

async function refusal(bytes: Uint8Array, name?: string) {
  const error = await read(bytes, name).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(Refusal);
  expect((error as Refusal).reason).toBe("invalid");
  return (error as Refusal).message;
}

const ole = (words: string) =>
  new Uint8Array(
    Buffer.concat([
      Buffer.from("d0cf11e0a1b11ae1", "hex"),
      Buffer.alloc(600),
      Buffer.from(words, "utf16le"),
    ]),
  );
const zeros = (megabytes: number) => Buffer.alloc(megabytes * 1024 * 1024, 32);

describe("what cannot or must not be read is refused in plain words", () => {
  test.each<[string, Uint8Array, RegExp]>([
    ["a file over the limit", new Uint8Array(MAX_FILE_BYTES + 1), /20 MB/],
    ["an empty file", new Uint8Array(0), /rỗng/],
    ["blank text", bytesOf(" \n\t "), /không có chữ/i],
    ["an encrypted Word file", ole("EncryptedPackage"), /mật khẩu/],
    ["an old Word file", ole("WordDocument"), /\.doc/],
    [
      "macros by their part",
      docx(documentPart(paragraph("a")), { name: "word/vbaProject.bin", body: Buffer.from("x") }),
      /macro/,
    ],
    [
      "macros by their type",
      zipOf([
        {
          ...typesPart,
          body: Buffer.from(
            "<Types>application/vnd.ms-word.document.macroEnabled.main+xml</Types>",
          ),
        },
        documentPart(""),
      ]),
      /macro/,
    ],
    ["an encrypted part", docx({ ...documentPart(paragraph("a")), flags: 1 }), /mật khẩu/],
    [
      "a zip bomb",
      docx(
        documentPart(""),
        { name: "word/media/a.bin", body: zeros(60) },
        { name: "word/media/b.bin", body: zeros(60) },
      ),
      /quá lớn/,
    ],
    [
      "a zip bomb that lies about its size",
      docx(documentPart(""), { name: "word/media/a.bin", body: zeros(50), claimed: 10 }),
      /quá lớn/,
    ],
    [
      "a part of endless XML",
      docx({
        name: "word/document.xml",
        body: Buffer.from(
          Array.from({ length: 200_000 }, (_, i) => `<a${(i * 7919) % 99991}>`).join(""),
        ),
      }),
      /quá phức tạp/,
    ],
    [
      "a document type",
      docx(documentPart(paragraph("a"), '<!DOCTYPE a [<!ENTITY b "c">]>')),
      /XML/,
    ],
    [
      "ten thousand parts",
      zipOf(
        Array.from({ length: 10_001 }, (_, i) => ({
          name: `word/${i}.xml`,
          body: Buffer.from("a"),
        })),
      ),
      /quá nhiều phần/,
    ],
    ["broken Word", fixture("so-tttt-quoc-khanh.docx").slice(0, 6000), /hỏng/],
    ["broken XML", docx(documentPart("<w:p><w:r>")), /hỏng|không có chữ/],
    [
      "a workbook",
      zipOf([typesPart, { name: "xl/workbook.xml", body: Buffer.from("<a/>") }]),
      /không phải văn bản Word/,
    ],
    ["a broken PDF", bytesOf("%PDF-1.7\nnothing at all"), /hỏng/],
    ["half a PDF", fixture("xa-van-nham.pdf").slice(0, 9000), /hỏng|không có lớp chữ/],
    ["an image", new Uint8Array(Buffer.from("89504e470d0a1a0a0000000d49484452", "hex")), /ảnh/],
    ["a web page", bytesOf("<!DOCTYPE html><html><body>Kính gửi</body></html>"), /trang web/],
    [
      "a program",
      new Uint8Array(readFileSync(process.execPath).subarray(0, 5000)),
      /Không đọc được/,
    ],
    ["rich text", bytesOf("{\\rtf1 a}"), /RTF/],
    ["text in an old code page", new Uint8Array([0x4b, 0xed, 0x6e, 0x68, 0x20, 0xe7]), /UTF-8/],
  ])("%s", async (_, bytes, words) => {
    expect(await refusal(bytes)).toMatch(words);
  });

  test("a scan without letters", async () => {
    const page = "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] >>";
    const objects = [
      "<< /Type /Catalog /Pages 2 0 R >>",
      "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
      page,
    ];
    const body = objects.map((object, index) => `${index + 1} 0 obj\n${object}\nendobj\n`).join("");
    const pdf = `%PDF-1.4\n${body}trailer << /Root 1 0 R /Size 4 >>\n%%EOF`;
    expect(await refusal(bytesOf(pdf))).toMatch(/bản chụp/);
  });
});

describe("the command reads a file without a database", () => {
  const run = (...options: string[]) =>
    execFileSync(
      process.execPath,
      ["--conditions=react-server", "--import", "tsx", "lib/cli/import-directive.ts", ...options],
      { encoding: "utf8", stdio: "pipe", env: { PATH: process.env.PATH, NODE_ENV: "test" } },
    );

  test("standard output is the JSON and nothing else", () => {
    const expected = JSON.parse(readFileSync(`${FOLDER}/xa-van-nham.json`, "utf8"));
    expect(JSON.parse(run(`${FOLDER}/xa-van-nham.pdf`, "--json"))).toEqual(expected);
  }, 30_000);

  test("what is no directive ends with a sentence and exit code 1", () => {
    const file = path.join(mkdtempSync(path.join(tmpdir(), "directive-")), "a.txt");
    writeFileSync(file, "Trăm năm trong cõi người ta");
    try {
      run(file, "--json");
      expect.unreachable();
    } catch (error) {
      expect(error).toMatchObject({ status: 1, stdout: "" });
      expect(String((error as { stderr: string }).stderr)).toMatch(
        /không phải là một văn bản chỉ đạo/,
      );
    }
  }, 30_000);
});
