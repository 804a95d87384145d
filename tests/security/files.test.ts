import { readdirSync, readFileSync } from "node:fs";
import { buffer } from "node:stream/consumers";
import { describe, expect, test } from "vitest";
import { ZipFile } from "yazl";
import { readTable } from "@/lib/documents/table";
import { writeWorkbook } from "@/lib/documents/workbook";
import { unzippedBytes } from "@/tests/support/documents";

const sources = ["app", "lib"]
  .flatMap((room) =>
    readdirSync(room, { recursive: true, encoding: "utf8" }).map((name) => `${room}/${name}`),
  )
  .filter((path) => /\.tsx?$/.test(path) && !path.includes("generated"))
  .map((path) => ({ path, text: readFileSync(path, "utf8") }));
const importing = (name: RegExp) =>
  sources
    .filter(({ text }) => name.test(text.replace(/import type .*/g, "")))
    .map(({ path }) => path);

const TABLE = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

async function zipped(parts: Record<string, string | Buffer>) {
  const zip = new ZipFile();
  for (const [name, body] of Object.entries(parts)) zip.addBuffer(Buffer.from(body), name);
  zip.end();
  return new Uint8Array(await buffer(zip.outputStream));
}

/** A workbook with one cell, written by hand so that its parts can lie. */
const workbook = (cell: string, doctype = "", more: Record<string, string | Buffer> = {}) =>
  zipped({
    "[Content_Types].xml": `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`,
    "xl/workbook.xml": `<?xml version="1.0"?><workbook xmlns="${TABLE}" xmlns:r="${RELATIONS}"><sheets><sheet name="a" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${RELATIONS}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    "xl/worksheets/sheet1.xml": `<?xml version="1.0"?>${doctype}<worksheet xmlns="${TABLE}"><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>${cell}</t></is></c></row></sheetData></worksheet>`,
    ...more,
  });

const laughs = `<!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "${"&a;".repeat(1000)}"><!ENTITY c "${"&b;".repeat(1000)}">]>`;

describe("a list read in from a workbook (people, units, rosters)", () => {
  test("is read as it is", async () => {
    expect(await readTable(await workbook("Hữu Lũng"))).toEqual([{ row: 1, cells: ["Hữu Lũng"] }]);
  });

  test.each<[string, () => Promise<Uint8Array>]>([
    ["entities that multiply", () => workbook("&c;", laughs)],
    [
      "an entity that reads a file",
      () => workbook("&a;", `<!DOCTYPE l [<!ENTITY a SYSTEM "file:///etc/passwd">]>`),
    ],
    [
      "parts that unpack to far more",
      () => workbook("a", "", { "xl/sharedStrings.xml": Buffer.alloc(8 * 1024 * 1024, 32) }),
    ],
    ["macros", () => workbook("a", "", { "xl/vbaProject.bin": "x" })],
    ["half a zip", async () => (await workbook("a")).slice(0, 300)],
  ])("is refused in plain words: %s", async (_, file) => {
    await expect(readTable(await file())).rejects.toMatchObject({ reason: "invalid" });
  });
});

test("nothing opens a zip, a workbook or a Word file before its parts were counted and looked at", () => {
  const opening = importing(/from "(?:read-excel-file|mammoth|jszip|adm-zip|unzipper)/);
  expect(opening.length).toBeGreaterThan(2);
  const unvetted = opening.filter((path) => {
    const { text } = sources.find((source) => source.path === path) ?? { text: "" };
    const caller = path.replace(/word\/rules\.ts$/, "rules.ts");
    return !/vetZip\(/.test(text) && !/vetZip\(/.test(readFileSync(caller, "utf8"));
  });
  expect(unvetted).toEqual([]);
  // The other two: backups, which the keeper of the server makes, and the counting itself.
  expect(importing(/from "yauzl"/).sort()).toEqual([
    "lib/cli/archive/read.ts",
    "lib/documents/extraction/zip/rules.ts",
  ]);
});

describe("what is written for Excel", () => {
  test("has no cell that is a formula, whatever was typed", async () => {
    const typed = [
      "=1+1",
      "+84912",
      "-3",
      "@SUM(A1)",
      "\t=1",
      "＝1",
      '=HYPERLINK("http://x")',
      "]]><f>1</f>",
    ];
    const bytes = await writeWorkbook([
      {
        name: "=x",
        heading: typed,
        columns: typed.map((title) => ({ title, width: 9 })),
        rows: [typed],
      },
    ]);
    const sheets = (await unzippedBytes(bytes)).filter(([name]) =>
      /worksheets\/.*\.xml$/.test(name),
    );
    expect(sheets).toHaveLength(1);
    for (const [, xml] of sheets) expect(xml.toString()).not.toMatch(/<f[ >]|t="str"/);
  });

  test("is written by the two that see to that, on every export", () => {
    const elsewhere = importing(/text\/csv|write-excel-file|spreadsheetml\.sheet"/).filter(
      (path) => {
        const { text } = sources.find((source) => source.path === path) ?? { text: "" };
        return !/writeCsv|writeWorkbook|findBadRows|problemRows|acceptedTypes/.test(text);
      },
    );
    expect(elsewhere).toEqual([]);
  });
});
