import { unzipped } from "./documents";

export type WordRun = { text: string; size: number; bold: boolean; italic: boolean; font: string };
export type WordParagraph = {
  text: string;
  runs: WordRun[];
  align: string;
  /** Points above and below; lines as a multiple of the type's own height. */
  before: number;
  after: number;
  spacing: number;
  /** Millimetres. */
  first: number;
  left: number;
  /** Where it stands in a table, or null. */
  cell: { table: number; row: number; column: number } | null;
  /** A line is drawn along it, that many millimetres of which are drawn in. */
  ruled: boolean;
  inset: number;
};

const mm = (twips: string | undefined) => (Number(twips ?? 0) / 1440) * 25.4;
const points = (twips: string | undefined) => Number(twips ?? 0) / 20;
const attribute = (xml: string, name: string) => new RegExp(`w:${name}="([^"]*)"`).exec(xml)?.[1];
const element = (xml: string, name: string) => new RegExp(`<w:${name}[ /][^>]*>`).exec(xml)?.[0];

const ENTITIES: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };
const textOf = (xml: string) =>
  [...xml.matchAll(/<w:t[ >][^<]*<\/w:t>/g)]
    .map(([tag]) => tag.replace(/<[^>]+>/g, ""))
    .join("")
    .replace(/&(\w+);/g, (whole, name) => ENTITIES[name] ?? whole);

/** A .docx as its XML tells it: the page, and each paragraph with its type, size and place. */
export async function readWord(bytes: Buffer) {
  const files = await unzipped(bytes);
  const xml = files["word/document.xml"] ?? "";
  const size = element(xml, "pgSz") ?? "";
  const margin = element(xml, "pgMar") ?? "";
  return {
    files,
    paper: { width: mm(attribute(size, "w")), height: mm(attribute(size, "h")) },
    margins: Object.fromEntries(
      ["top", "bottom", "left", "right", "header"].map((side) => [
        side,
        mm(attribute(margin, side)),
      ]),
    ) as Record<"top" | "bottom" | "left" | "right" | "header", number>,
    firstPageApart: xml.includes("<w:titlePg/>"),
    columns: [...xml.matchAll(/<w:tblGrid>.*?<\/w:tblGrid>/g)].map(([grid]) =>
      [...grid.matchAll(/<w:gridCol w:w="(\d+)"/g)].map(([, width]) => mm(width)),
    ),
    paragraphs: paragraphsOf(xml),
  };
}

function paragraphsOf(xml: string) {
  const found: WordParagraph[] = [];
  const place = { table: -1, row: -1, column: -1 };
  let inTable = false;
  const tokens = /<w:tbl>|<\/w:tbl>|<w:tr>|<w:tr |<w:tc>|<w:p>.*?<\/w:p>|<w:p\/>/gs;
  for (const [token] of xml.matchAll(tokens)) {
    if (token === "<w:tbl>") Object.assign(place, { table: place.table + 1, row: -1 });
    if (token === "<w:tbl>") inTable = true;
    else if (token === "</w:tbl>") inTable = false;
    else if (token.startsWith("<w:tr")) Object.assign(place, { row: place.row + 1, column: -1 });
    else if (token === "<w:tc>") place.column += 1;
    else found.push(paragraphOf(token, inTable ? { ...place } : null));
  }
  return found;
}

function paragraphOf(xml: string, cell: WordParagraph["cell"]): WordParagraph {
  const [properties = ""] = /<w:pPr>.*?<\/w:pPr>/s.exec(xml) ?? [];
  const spacing = element(properties, "spacing") ?? "";
  const indent = element(properties, "ind") ?? "";
  const runs = [...xml.matchAll(/<w:r>.*?<\/w:r>/gs)].map(([run]) => ({
    text: textOf(run),
    size: Number(attribute(element(run, "sz") ?? "", "val") ?? 0) / 2,
    bold: isOn(run, "b"),
    italic: isOn(run, "i"),
    font: attribute(element(run, "rFonts") ?? "", "ascii") ?? "",
  }));
  return {
    text: textOf(xml),
    runs,
    align: attribute(element(properties, "jc") ?? "", "val") ?? "left",
    before: points(attribute(spacing, "before")),
    after: points(attribute(spacing, "after")),
    spacing: Number(attribute(spacing, "line") ?? 240) / 240,
    first: mm(attribute(indent, "firstLine")),
    left: mm(attribute(indent, "left")),
    inset: mm(attribute(indent, "left")) + mm(attribute(indent, "right")),
    cell,
    ruled: properties.includes("<w:pBdr>"),
  };
}

function isOn(run: string, name: string) {
  const tag = element(run, name);
  return tag !== undefined && !/w:val="(?:false|0)"/.test(tag);
}
