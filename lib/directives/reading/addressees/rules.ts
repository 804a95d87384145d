import { opensBody } from "../head/rules";
import type { Line } from "../layout/rules";
import { findMarker } from "../outline/markers/rules";
import { cleanRecipient, namesUnit, splitRecipients } from "../recipients/rules";
import { canon, oneLine } from "../text/rules";

const REACH = 120;

/** The lines of "Kính gửi", each as printed but for its dash and closing sign. */
export function readAddressees(inline: string | null, lines: Line[]) {
  if (inline === null) return { addressees: [], end: 0 };

  const items: string[][] = [];
  if (inline !== "") items.push([withoutMarker(inline)]);
  let end = 0;
  for (const line of lines.slice(0, REACH)) {
    const last = items.at(-1)?.at(-1);
    const kind = kindOf(line, last, items.length === 1 && inline !== "");
    if (kind === "body") break;
    if (kind === "item") items.push([withoutMarker(line.text)]);
    else items.at(-1)?.push(line.text);
    end++;
  }
  const whole = items.map((pieces) => oneLine(pieces.join(" ")));
  return { addressees: whole.flatMap((item) => oneOrMore(item, whole.length === 1)), end };
}

function kindOf(line: Line, last: string | undefined, inlineOnly: boolean) {
  const marker = findMarker(line.text);
  const bare = withoutMarker(line.text);
  if (marker && marker.kind !== "bullet" && !(marker.rank >= 3 && last === undefined))
    return "body";
  if (last === undefined) return line.text.length < 400 ? "item" : "body";
  if (marker) return inlineOnly && last.endsWith(".") && !namesUnit(canon(bare)) ? "body" : "item";
  if (last.lastIndexOf("(") > last.lastIndexOf(")")) return "rest";
  if (/\.$/.test(last)) return "body";

  if (/:$/.test(line.text)) return "body";

  const small = /^[\p{Ll}(]/u.test(line.text);
  if (small && !/;$/.test(last) && !line.blankBefore) return "rest";
  if (!namesUnit(canon(bare)) || line.text.length > 240) {
    const wrapped = !line.blankBefore && !/[;:]$/.test(last) && !opensBody(line.text);
    return wrapped && line.text.length < 120 ? "rest" : "body";
  }
  return /[;,]$/.test(last) || !opensBody(line.text) || line.text.length < 60 ? "item" : "body";
}

/** `- A; - B; - C` on one line, or `A, B và C` where nothing but commas parts them. */
function oneOrMore(item: string, alone: boolean) {
  const dashed = item.split(/;\s?[-–+•*]\s/u);
  if (dashed.length > 1) return dashed.map(cleanRecipient).filter(Boolean);
  if (alone) return splitRecipients(item);
  return [cleanRecipient(item)].filter(Boolean);
}

function withoutMarker(text: string) {
  return text.slice(findMarker(text)?.length ?? 0);
}
