import mammoth from "mammoth";
import { Refusal } from "@/lib/errors";
import { linesOfTable } from "../tables/rules";
import { vetZip } from "../zip/rules";

/** The text of a .docx: automatic numbers written out, layout tables cell by cell, task tables by row. */
export async function extractWord(bytes: Uint8Array) {
  try {
    const parts = await vetZip(bytes);
    if (!parts.some((name) => /^word\/.*\.xml$/i.test(name))) refuseOther();
    return await readDocument(bytes);
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw new Refusal("invalid", "Tệp Word bị hỏng, không mở được.");
  }
}

/** What mammoth hands out; only what is read here is named. */
type Element = {
  type: string;
  value?: string;
  breakType?: string;
  numbering?: { level?: string | number; isOrdered?: boolean } | null;
  children?: Element[];
};

async function readDocument(bytes: Uint8Array) {
  let root: Element = { type: "document" };
  await mammoth.convertToHtml(
    { buffer: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length) },
    {
      transformDocument: (document: Element) => {
        root = document;
        return { ...document, children: [] };
      },
      includeEmbeddedStyleMap: false,
    },
  );
  return blocks(root, new Numbering()).join("\n\n");
}

/** Word counts list items itself and keeps no number in the text. */
class Numbering {
  private counts: number[] = [];

  sign({ level = 0, isOrdered = false }: NonNullable<Element["numbering"]>) {
    const depth = Number(level);
    if (!isOrdered) return depth === 0 ? "- " : "+ ";
    this.counts.length = Math.min(this.counts.length, depth + 1);
    const count = (this.counts[depth] ?? 0) + 1;
    this.counts[depth] = count;
    if (depth === 0) return `${count}. `;
    return depth === 1 ? `${LETTERS.charAt((count - 1) % LETTERS.length)}) ` : `(${count}) `;
  }
}

const LETTERS = "abcdđeghiklmnopqrstuvxy";

function blocks(element: Element, numbering: Numbering): string[] {
  if (element.type === "paragraph") {
    const text = runs(element);
    const sign = element.numbering && text.trim() !== "" ? numbering.sign(element.numbering) : "";
    return [sign + text];
  }
  if (element.type === "table") return table(element, numbering);
  return (element.children ?? []).flatMap((child) => blocks(child, numbering));
}

function runs(element: Element): string {
  if (element.type === "text") return element.value ?? "";
  if (element.type === "tab") return "\t";
  if (element.type === "break") return "\n";
  if (element.type === "paragraph" || element.type === "run" || element.type === "hyperlink") {
    return (element.children ?? []).map(runs).join("");
  }
  return (element.children ?? []).map(runs).join("");
}

function table(element: Element, numbering: Numbering): string[] {
  const rows = (element.children ?? []).filter(({ type }) => type === "tableRow");
  return linesOfTable(
    rows.map((row) =>
      (row.children ?? []).map((cell) => blocks(cell, numbering).filter((t) => t.trim() !== "")),
    ),
  );
}

function refuseOther(): never {
  throw new Refusal(
    "invalid",
    "Tệp nén này không phải văn bản Word. Hãy tải .docx, .pdf hoặc .txt.",
  );
}
