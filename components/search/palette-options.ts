import type { ReactNode } from "react";
import { kindLabels } from "@/lib/search/labels";
import type { Part } from "@/lib/search/marks/rules";
import { searchAddress } from "@/lib/search/rules";
import { searchWords } from "@/lib/search/words/rules";
import { hitHref } from "./hit-href";
import type { Answer } from "./use-hits";

/** A page one can jump to; its picture comes ready from the shell. */
export type Place = { href: string; label: string; icon: ReactNode };

export type PaletteOption = {
  id: string;
  href: string;
  title: Part[];
  detail?: string;
  icon?: ReactNode;
};
export type PaletteGroup = { name: string; options: PaletteOption[] };

/** Pages, what was found, and the way to all of it, in the order the arrows walk. */
export function paletteGroups(q: string, places: Place[], answer: Answer): PaletteGroup[] {
  const groups: PaletteGroup[] = [
    { name: "Trang", options: matchingPlaces(q, places) },
    ...(q && answer.status === "found"
      ? answer.groups.map(({ kind, hits }) => ({
          name: kindLabels[kind],
          options: hits.map(({ id, title, detail, place }) => ({
            id: `${kind}-${id}`,
            href: hitHref(place),
            title,
            detail,
          })),
        }))
      : []),
    { name: "Tất cả", options: q ? [everything(q)] : [] },
  ];
  return groups.filter(({ options }) => options.length > 0);
}

function matchingPlaces(q: string, places: Place[]) {
  const words = searchWords(q).split(" ");
  return places
    .filter(({ label }) => {
      const own = ` ${searchWords(label)}`;
      return words.every((word) => own.includes(` ${word}`));
    })
    .map(({ href, label, icon }) => ({ id: href, href, title: [plain(label)], icon }));
}

const everything = (q: string): PaletteOption => ({
  id: "everything",
  href: searchAddress({ q }),
  title: [plain(`Xem mọi kết quả cho “${q}”`)],
});

const plain = (text: string): Part => ({ text, found: false });
