import { readAddressees } from "../addressees/rules";
import { closingStart } from "../closing/rules";
import { readHead } from "../head/rules";
import { toLines, toParagraphs } from "../layout/rules";
import { findMarker } from "../outline/markers/rules";
import { cleanText, fold } from "../text/rules";

export type Frame = { opening: string[]; closing: string[] };

/** What a document says before its first numbered or bulleted line and after its last. */
export function readFrame(text: string): Frame {
  const lines = toLines(cleanText(text));
  const head = readHead(lines);
  const { end } = readAddressees(head.addressed, lines.slice(head.end));
  const body = lines.slice(head.end + end, closingStart(lines, head.end + end));
  const said = toParagraphs(body)
    .map((paragraph) => paragraph.text)
    .filter((words) => /\p{L}/u.test(words));
  const marked = said.map(isMarked);
  const [first, last] = [marked.indexOf(true), marked.lastIndexOf(true)];
  if (first < 0) return { opening: [], closing: [] };
  return { opening: said.slice(0, first), closing: said.slice(last + 1) };
}

const isMarked = (text: string) =>
  findMarker(text) !== null && !/^\W{0,6}can cu/.test(fold(text.slice(0, 30)));
