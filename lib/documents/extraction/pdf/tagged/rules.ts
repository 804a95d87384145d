import { linesOfTable } from "../../tables/rules";
import { type Glyphs, lineOf } from "../page/rules";

type Item = Glyphs | { type: string; id?: string | null; tag?: string };
/** A node of the structure tree, or a leaf that names a piece of the page. */
type Node = { role?: string; type?: string; id?: string; children?: unknown[] };

export type Block = { text: string; rows: number; left: number; right: number };
/** Letters outside every paragraph speak against the tags. */
export type TaggedPage = { blocks: Block[]; untold: number };

/** The paragraphs of a page as its own tags part them; page numbers and repeated heads are none. */
export function taggedPage(items: readonly unknown[], tree: unknown): TaggedPage {
  const { pieces, loose } = piecesOf(items as Item[]);
  const used = new Set<string>();
  const blocks = blocksOf(tree as Node | null, pieces, used);
  const left = [...pieces].filter(([id]) => !used.has(id)).flatMap(([, glyphs]) => glyphs);
  return { blocks, untold: lettersOf([...loose, ...left].map(({ str }) => str).join("")) };
}

/** What is drawn under each mark, and what under none. */
function piecesOf(items: Item[]) {
  const pieces = new Map<string, Glyphs[]>();
  const loose: Glyphs[] = [];
  const marks: (string | null)[] = [];
  let artifacts = 0;
  for (const item of items) {
    if ("str" in item) {
      if (artifacts > 0) continue;
      const id = marks.findLast((mark) => mark !== null && mark !== ARTIFACT);
      const into = id ? (pieces.get(id) ?? []) : loose;
      into.push(item);
      if (id) pieces.set(id, into);
    } else if (item.type.startsWith("begin")) {
      const mark = item.tag === "Artifact" ? ARTIFACT : (item.id ?? null);
      if (mark === ARTIFACT) artifacts++;
      marks.push(mark);
    } else if (marks.pop() === ARTIFACT) artifacts--;
  }
  return { pieces, loose };
}

const ARTIFACT = "artifact";
const PARAGRAPH = /^(?:P|H\d?|Title|LI|Caption|Note|BlockQuote)$/;

function blocksOf(node: Node | null, pieces: Map<string, Glyphs[]>, used: Set<string>): Block[] {
  if (!node) return [];
  const children = (node.children ?? []) as Node[];
  if (node.role === "Table") return tableOf(node, pieces, used);
  if (PARAGRAPH.test(node.role ?? "") || children.some(({ id }) => id !== undefined)) {
    const block = lineOf(glyphsUnder(node, pieces, used));
    return block.text.trim() === "" ? [] : [block];
  }
  return children.flatMap((child) => blocksOf(child, pieces, used));
}

function tableOf(table: Node, pieces: Map<string, Glyphs[]>, used: Set<string>): Block[] {
  const rows = under(table, "TR").map((row) =>
    [...under(row, "TH", "TD")].map((cell) =>
      ((cell.children ?? []) as Node[])
        .flatMap((child) =>
          child.id === undefined
            ? blocksOf(child, pieces, used)
            : [lineOf(glyphsUnder({ children: [child] }, pieces, used))],
        )
        .map(({ text }) => text),
    ),
  );
  return linesOfTable(rows).map((text) => ({ text, rows: 1, left: 0, right: 0 }));
}

function under(node: Node, ...roles: string[]): Node[] {
  return ((node.children ?? []) as Node[]).flatMap((child) =>
    roles.includes(child.role ?? "") ? [child] : under(child, ...roles),
  );
}

function glyphsUnder(node: Node, pieces: Map<string, Glyphs[]>, used: Set<string>): Glyphs[] {
  if (node.id !== undefined) {
    used.add(node.id);
    return pieces.get(node.id) ?? [];
  }
  return ((node.children ?? []) as Node[]).flatMap((child) => glyphsUnder(child, pieces, used));
}

const lettersOf = (text: string) => text.match(/\p{L}/gu)?.length ?? 0;

/** Of a hundred letters so many must stand in paragraphs. */
const TOLD = 0.97;

/**
 * The text by its tags; null where they are missing, leave something out, or part the text by lines
 * and not by paragraphs, as some programs write them.
 */
export function textOfTagged(pages: TaggedPage[]): string | null {
  const blocks = pages.flatMap((page) => page.blocks);
  const told = lettersOf(blocks.map(({ text }) => text).join(""));
  const untold = pages.reduce((sum, page) => sum + page.untold, 0);
  if (told === 0 || told / (told + untold) < TOLD) return null;
  if (!blocks.some(({ rows }) => rows > 1)) return null;
  if (blocks.some(({ text }) => lettersOf(text) > told * 0.6)) return null;
  const margins = { left: Infinity, right: 0, indented: false };
  for (const { left, right } of blocks) {
    if (left > 0) margins.left = Math.min(margins.left, left);
    margins.right = Math.max(margins.right, right);
  }
  const long = blocks.filter(({ rows }) => rows > 2);
  const setIn = long.filter(({ left }) => left > margins.left + SLACK);
  margins.indented = setIn.length > long.length / 2;
  return pages
    .filter((page) => page.blocks.length > 0)
    .map((page, index, all) => turnTo(all[index - 1], page, margins) + linesOf(page))
    .join("");
}

const linesOf = ({ blocks }: TaggedPage) => blocks.map(({ text }) => text).join("\n\n");

/** Points between places that are meant to be one. */
const SLACK = 3;

/**
 * A paragraph that runs over to the next page fills its last row and goes on at the margin. Where
 * paragraphs are set in that settles it; elsewhere one that ended with a sign has come to its end.
 */
function turnTo(
  before: TaggedPage | undefined,
  { blocks: [first] }: TaggedPage,
  margins: { left: number; right: number; indented: boolean },
) {
  const last = before?.blocks.at(-1);
  if (!last || !first) return "";
  const full = last.right > margins.right - SLACK;
  const atMargin = first.left > 0 && first.left < margins.left + SLACK;
  const ended = !margins.indented && /[.;:!?…]\s*$/.test(last.text);
  return full && atMargin && !ended ? " " : "\n";
}
