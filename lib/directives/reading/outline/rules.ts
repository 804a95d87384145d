import type { Paragraph } from "../layout/rules";
import { recipientPhrase } from "../recipients/rules";
import { canon, isCapitals } from "../text/rules";
import { findMarker, type Marker } from "./markers/rules";

export type Node = {
  marker: Marker | null;
  /** Without its number or bullet. */
  text: string;
  rank: number;
  indent: number;
  cells: string[] | null;
  /** The limit that a table gives in a column of its own. */
  due: string | null;
  children: Node[];
};

const LEAD_IN = 0.5;
const CAPITAL_HEADING = 0.8;
const BARE_HEADING = 2.5;
const BULLET = 7;
export const ROW = 8;
const LOOSE = 9;

/** Puts each paragraph under the one whose part it is, by the order in which signs are nested. */
export function toOutline(paragraphs: Paragraph[]) {
  const root: Node = {
    marker: null,
    text: "",
    rank: -1,
    indent: 0,
    cells: null,
    due: null,
    children: [],
  };
  const path: Node[] = [root];
  const lastMarked = paragraphs.findLastIndex(
    ({ text, cells }) => cells !== null || findMarker(text) !== null,
  );
  for (const [index, paragraph] of paragraphs.entries()) {
    const node = toNode(paragraph, paragraphs[index + 1]);
    climb(path, node, index > lastMarked);
    path.at(-1)?.children.push(node);
    if (node.rank < LOOSE) path.push(node);
  }
  return root.children;
}

function toNode({ text, indent, cells }: Paragraph, next: Paragraph | undefined): Node {
  const marker = cells ? null : findMarker(text);
  const rank = marker ? marker.rank : looseRank(text, cells, next);
  return {
    marker,
    text: text.slice(marker?.length ?? 0),
    rank,
    indent,
    cells,
    due: null,
    children: [],
  };
}

/** An unnumbered line heads what follows when it names recipients, or announces a list. */
function looseRank(text: string, cells: string[] | null, next: Paragraph | undefined) {
  if (cells) return ROW;
  if (!next) return LOOSE;
  if (isCapitals(text) && text.length < 160 && !/[.;]$/.test(text)) {
    return recipientPhrase(text) ? BARE_HEADING : CAPITAL_HEADING;
  }
  const phrase = recipientPhrase(text);
  const named =
    phrase !== null && phrase.rest === "" && phrase.stop !== "verb" && text.length < 300;
  if (named && !/[.;]$/.test(text)) return BARE_HEADING;
  return /:$/.test(text) ? LEAD_IN : LOOSE;
}

function climb(path: Node[], node: Node, afterLastMarked: boolean) {
  if (node.rank === LOOSE) return climbLoose(path, afterLastMarked);
  if (node.rank === BULLET) return climbBullet(path, node);
  const least = Math.min(node.rank, BULLET);
  while ((path.at(-1)?.rank ?? -1) >= least) path.pop();
}

/** Loose paragraphs between numbered ones belong to the heading above; the last ones to the whole. */
function climbLoose(path: Node[], afterLastMarked: boolean) {
  const top = path.at(-1);
  if (top && top.rank < BULLET && top.rank >= 0 && top.children.length === 0 && !isSentence(top))
    return;
  while (path.length > 1 && (afterLastMarked || (path.at(-1)?.rank ?? 0) >= BULLET)) path.pop();
}

const isSentence = ({ text }: Node) => /[.;]$/.test(text);

/** The same sign further in (markdown) is a part of the item above; otherwise its sibling. */
function climbBullet(path: Node[], node: Node) {
  const at = path.findLastIndex(
    ({ rank, marker }) => rank === BULLET && marker?.key === node.marker?.key,
  );
  const twin = path[at];
  if (!twin) return;
  const deeper = at === path.length - 1 && node.indent >= twin.indent + 2 && /[:]$/.test(twin.text);
  if (!deeper) path.splice(at);
}

/** Back to text, with the signs of the parts that are kept inside one obligation. */
export function wholeText(node: Node): string {
  return [node.text, ...node.children.map(labelled)].join("\n");
}

function labelled(node: Node): string {
  const own = node.marker ? `${node.marker.label} ${node.text}` : node.text;
  return [own, ...node.children.map(labelled)].join("\n");
}

const PURPOSE =
  /^(?:mục đích|mục tiêu|tình hình|đánh giá tình hình|quan điểm|căn cứ|yêu cầu$|thực trạng)/u;
const GROUND = /^(?:căn cứ|xét|theo đề nghị) /u;

/** Parts that say why, not what to do. */
export function saysWhy({ text, children, marker }: Node) {
  const small = canon(text.slice(0, 120));
  if (children.length === 0)
    return marker === null && GROUND.test(small) && !/yêu cầu|giao /u.test(canon(text));
  return text.length < 120 && PURPOSE.test(small);
}
