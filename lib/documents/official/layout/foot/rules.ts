import type { OfficialDocument, Signature } from "../../schema";
import { bold, italic, line, listed, plain } from "../pieces/rules";
import type { Leaf, Paragraph } from "../schema";

const COPIES = 75;
/** Two who sign need more of the width. */
const COPIES_OF_TWO = 47;
const WHOLE = 165;
/** Dots in the place of a name nobody knows yet. */
const NAMELESS = "……………………";

/** Nơi nhận at the left, whoever signs at the right of it, with room for hand and seal. */
export function footOf({ copies, signatures }: OfficialDocument): Leaf[] {
  if (copies.length === 0 && signatures.length === 0) return [];
  const listed = copies.length > 0 || signatures.length === 1;
  const left = signatures.length > 1 ? COPIES_OF_TWO : COPIES;
  const each = (WHOLE - (listed ? left : 0)) / Math.max(signatures.length, 1);
  return [
    line([], { before: 6, align: "left", size: 6, keep: true }),
    {
      kind: "columns",
      parts: [
        ...(listed ? [{ width: left, flow: copiesOf(copies) }] : []),
        ...signatures.map((signature) => ({ width: each, flow: signatureOf(signature) })),
      ],
    },
  ];
}

function copiesOf(copies: string[]): Paragraph[] {
  if (copies.length === 0) return [];
  const left = { align: "left" as const, size: 11 };
  return [
    line([{ text: "Nơi nhận:", bold: true, italic: true }], { ...left, size: 12 }),
    ...listed(copies).map((copy) => line([plain(copy)], left)),
  ];
}

function signatureOf({ authority, name, note }: Signature): Paragraph[] {
  const lines = authority.map((said) => said.trim()).filter((said) => said.length > 0);
  return [
    ...lines.map((said) => line([bold(said.toLocaleUpperCase("vi"))])),
    ...(note ? [line([italic(note)], { size: 12 })] : []),
    line([bold(name.trim() || NAMELESS)], { before: 64 }),
  ];
}
