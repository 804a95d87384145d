import { foldVietnamese } from "@/lib/text";

export type NamedProduct = { id: string; name: string; aliases: string[] };

/** The product of the pick list that a text names: by the longest of its names; null: by none. */
export function matchProduct(text: string, products: NamedProduct[]) {
  const folded = ` ${wordsOf(text)} `;
  let best: { id: string; length: number } | null = null;
  for (const { id, name, aliases } of products) {
    for (const alias of [name, ...aliases]) {
      const words = wordsOf(alias);
      if (words.length < 2 || words.length <= (best?.length ?? 0)) continue;
      if (folded.includes(` ${words} `)) best = { id, length: words.length };
    }
  }
  return best?.id ?? null;
}

const wordsOf = (text: string) =>
  foldVietnamese(text)
    .replace(/[^a-z0-9]+/g, " ")
    .trim();
