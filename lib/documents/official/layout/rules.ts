import { type Annex, type Block, type OfficialDocument, page } from "../schema";
import { footOf } from "./foot/rules";
import { headOf } from "./head/rules";
import { bold, italic, line, paragraph, plain, wordsOf } from "./pieces/rules";
import type { Grid, Leaf, Paragraph, Sheet } from "./schema";

/** The main text and each annex, which counts its pages anew. */
export function layOut(document: OfficialDocument): Sheet[] {
  const body = bodyOf(document.body, textWidth(false));
  const foot = footOf(document);
  const said = document.closed ? closedBy(body) : body;
  const flow = [...headOf(document), ...(foot.length > 0 ? keptWithFoot(said) : said), ...foot];
  return [{ landscape: false, flow }, ...document.annexes.map(annexOf(document))];
}

export const textWidth = (landscape: boolean) =>
  (landscape ? page.height : page.width) - page.left - page.right;

const closing = "./.";

/** The last words end with `./.`, whatever they ended with. */
function closedBy(body: Leaf[]): Leaf[] {
  const last = body.at(-1);
  if (last?.kind !== "paragraph" || last.leader) return [...body, paragraph([plain(closing)])];
  const runs = last.runs.map((run, index) =>
    index === last.runs.length - 1
      ? { ...run, text: run.text.replace(/[.;,\s/]*$/, closing) }
      : run,
  );
  return [...body.slice(0, -1), { ...last, runs }];
}

/** A signature never stands on a page alone: the last words go with it, unless they are long. */
function keptWithFoot(body: Leaf[]): Leaf[] {
  const last = body.at(-1);
  if (last?.kind !== "paragraph") return body;
  const length = last.runs.reduce((sum, { text }) => sum + text.length, 0);
  return length > LONG ? body : [...body.slice(0, -1), { ...last, keep: true }];
}

/** Some six lines. */
const LONG = 500;

function annexOf({ annexes, number, symbol }: OfficialDocument) {
  return ({ title, body, landscape = false }: Annex, index: number): Sheet => {
    const count = annexes.length > 1 ? `Phụ lục ${roman(index + 1)}` : "Phụ lục";
    const head = [
      line([bold(count)], { role: "title", keep: true }),
      line([bold(title.toLocaleUpperCase("vi"))], { size: 14, after: 6, keep: true }),
      ...(number === null
        ? []
        : [line([italic(`(Kèm theo văn bản số ${numberWords(number)}/${symbol})`)], { after: 6 })]),
    ];
    return { landscape, flow: [...head, ...bodyOf(body, textWidth(landscape))] };
  };
}

const numberWords = (number: number) => String(number).padStart(2, "0");

const ROMAN: [number, string][] = [
  [10, "X"],
  [9, "IX"],
  [5, "V"],
  [4, "IV"],
  [1, "I"],
];

function roman(number: number): string {
  const [value, sign] = ROMAN.find(([least]) => least <= number) ?? [number, ""];
  return number <= 0 ? "" : sign + roman(number - value);
}

function bodyOf(blocks: Block[], width: number) {
  const deep = blocks.some((block) => block.kind === "heading" && block.level === 1);
  return blocks.flatMap((block) =>
    // Without a heading above it "1." is the first level: an outline skips none.
    block.kind === "heading" ? [headingOf(block, deep)] : leavesOf(block, width),
  );
}

type Heading = Extract<Block, { kind: "heading" }>;

/** A text with line breaks is as many paragraphs. */
function leavesOf(block: Exclude<Block, Heading>, width: number): Leaf[] {
  switch (block.kind) {
    case "paragraph":
      return wordsOf(block.text).map((text, index) =>
        paragraph([
          ...(block.lead && index === 0 ? [bold(`${block.lead} `)] : []),
          { text, italic: block.italic },
        ]),
      );
    case "point":
      return wordsOf(block.text).map((text, index) =>
        paragraph([plain(index === 0 ? `${block.mark} ${text}` : text)]),
      );
    case "field":
      return fieldOf(block.label, block.value);
    case "choices":
      return [paragraph([plain(choiceWords(block))], formLine)];
    case "table":
      return [gridOf(block, width)];
  }
}

function headingOf({ level, text }: Heading, deep: boolean) {
  const words = level === 1 ? text.toLocaleUpperCase("vi") : text;
  return paragraph([bold(words)], {
    role: level === 2 && deep ? "subheading" : "heading",
    keep: true,
    align: "left",
  });
}

/** A line of a form begins at the margin. */
const formLine = { align: "left" as const, first: 0 };

const choiceWords = ({ label, options }: Extract<Block, { kind: "choices" }>) =>
  `${label}: ${options.map(({ text, chosen }) => `${chosen ? "■" : "□"} ${text}`).join("; ")}`;

function fieldOf(label: string, value: string | null): Paragraph[] {
  const [first, ...more] = wordsOf(value ?? "");
  if (first === undefined) return [paragraph([plain(`${label}: `)], { ...formLine, leader: true })];
  return [
    paragraph([plain(`${label}: ${first}`)], formLine),
    ...more.map((text) => paragraph([plain(text)], { ...formLine, left: 10 })),
  ];
}

function gridOf(table: Extract<Block, { kind: "table" }>, width: number): Grid {
  const whole = table.columns.reduce((sum, column) => sum + column.width, 0);
  const cell = (text: string, column: number, heavy: boolean) =>
    line([], {
      runs: [{ text: wordsOf(text).join("\n"), bold: heavy }],
      size: 12,
      align: table.columns[column]?.align ?? "left",
    });
  const row = (heavy: boolean) => (cells: string[]) =>
    table.columns.map((_, index) => cell(cells[index] ?? "", index, heavy));
  return {
    kind: "grid",
    caption: table.caption,
    widths: table.columns.map((column) => (column.width / whole) * width),
    head: table.columns.map(({ title }) => line([bold(title)], { size: 12 })),
    rows: [...table.rows.map(row(false)), ...(table.total ? [row(true)(table.total)] : [])],
  };
}

/** Every paragraph in the order it is read; what all forms of a document must say. */
export function saidBy(sheets: Sheet[]): string[] {
  const words = ({ runs }: Paragraph) =>
    runs
      .map(({ text }) => text)
      .join("")
      .trim();
  return sheets
    .flatMap(({ flow }) => flow)
    .flatMap((leaf) => {
      if (leaf.kind === "paragraph") return [words(leaf)];
      if (leaf.kind === "columns") return leaf.parts.flatMap(({ flow }) => flow.map(words));
      return [leaf.head, ...leaf.rows].flatMap((cells) => cells.map(words));
    })
    .filter((text) => text.length > 0);
}
