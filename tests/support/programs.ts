import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { test } from "vitest";

type Program = { commands: string[]; package: string };

const programs = {
  poppler: { commands: ["pdftoppm"], package: "poppler-utils" },
  office: { commands: ["soffice", "libreoffice"], package: "libreoffice-writer-nogui" },
} satisfies Record<string, Program>;

const commandOf = ({ commands }: Program) =>
  commands.find((command) => spawnSync("which", [command]).status === 0);

/**
 * A test that asks for a program of the machine. Where it is not installed the test is skipped and
 * its name says why; under `npm run test:papers` it fails instead.
 */
export function testWith(name: keyof typeof programs) {
  const program = programs[name];
  const command = commandOf(program);
  const required = process.env.PAPERS_REQUIRED === "1";
  return (title: string, body: (command: string) => Promise<void>, timeout = 60_000) => {
    if (command || required) {
      test(title, () => body(command ?? missing(program)), timeout);
    } else test.skip(`${title} (skipped: ${program.package} is not installed)`, () => undefined);
  };
}

function missing({ package: name }: Program): never {
  throw new Error(`needs a program: apt-get install -y --no-install-recommends ${name}`);
}

/** A page as grey dots: 0 is black, 255 is paper. */
export type Page = { width: number; height: number; dots: Uint8Array };

const DOTS_PER_INCH = 100;
export const millimetres = (dots: number) => (dots / DOTS_PER_INCH) * 25.4;

/** The pages of a PDF as pdftoppm draws them. */
export function rendered(command: string, pdf: Uint8Array): Page[] {
  return inFolder((folder) => {
    writeFileSync(path.join(folder, "paper.pdf"), pdf);
    const options = ["-r", String(DOTS_PER_INCH), "-gray", "paper.pdf", "page"];
    const { stderr } = spawnSync(command, options, { cwd: folder, encoding: "utf8" });
    if (stderr.trim()) throw new Error(`pdftoppm complains: ${stderr}`);
    return readdirSync(folder)
      .filter((name) => name.endsWith(".pgm"))
      .sort()
      .map((name) => pageOf(readFileSync(path.join(folder, name))));
  });
}

/** `P5`, width, height, 255, each followed by one blank, then a byte for each dot. */
function pageOf(bytes: Buffer): Page {
  const [head = "", width, height] =
    /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(bytes.toString("latin1", 0, 64)) ?? [];
  return { width: Number(width), height: Number(height), dots: bytes.subarray(head.length) };
}

/** What is drawn within a part of the page, all in millimetres; null where nothing is. */
export function inkOf(
  { width, height, dots }: Page,
  part = { top: 0, bottom: 999, left: 0, right: 999 },
) {
  const found = { top: Infinity, bottom: 0, left: Infinity, right: 0, dots: 0 };
  for (let y = 0; y < height; y++) {
    if (millimetres(y) < part.top || millimetres(y) > part.bottom) continue;
    for (let x = 0; x < width; x++) {
      if ((dots[y * width + x] ?? 255) > 160) continue;
      if (millimetres(x) < part.left || millimetres(x) > part.right) continue;
      found.dots++;
      found.top = Math.min(found.top, millimetres(y));
      found.bottom = Math.max(found.bottom, millimetres(y + 1));
      found.left = Math.min(found.left, millimetres(x));
      found.right = Math.max(found.right, millimetres(x + 1));
    }
  }
  return found.dots > 0 ? found : null;
}

const TINOS = path.resolve("node_modules/@expo-google-fonts/tinos");
/** Times New Roman is not free; its metric twin stands in, whatever else the machine has. */
const FONTS = (folder: string) => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${TINOS}</dir>
  <cachedir>${folder}/fonts</cachedir>
  <match target="pattern">
    <test name="family"><string>Times New Roman</string></test>
    <edit name="family" mode="assign" binding="strong"><string>Tinos</string></edit>
  </match>
</fontconfig>`;

/** A .docx opened by LibreOffice and saved as PDF; what it complained about. */
export function opened(command: string, docx: Uint8Array) {
  return inFolder((folder) => {
    mkdirSync(path.join(folder, "fonts"));
    writeFileSync(path.join(folder, "fonts.conf"), FONTS(folder));
    writeFileSync(path.join(folder, "paper.docx"), docx);
    const { status, stderr } = spawnSync(
      command,
      [
        `-env:UserInstallation=file://${folder}/profile`,
        "--headless",
        "--convert-to",
        "pdf",
        "paper.docx",
      ],
      {
        cwd: folder,
        encoding: "utf8",
        env: { ...process.env, HOME: folder, FONTCONFIG_FILE: path.join(folder, "fonts.conf") },
      },
    );
    // Java is only for its database; this installation has none.
    const warnings = stderr.split("\n").filter((line) => line.trim() && !line.includes("javaldx"));
    return { status, warnings, pdf: readFileSync(path.join(folder, "paper.pdf")) };
  });
}

function inFolder<T>(work: (folder: string) => T) {
  const folder = mkdtempSync(path.join(tmpdir(), "papers-"));
  try {
    return work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
