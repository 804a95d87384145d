"use client";

import { usePathname } from "next/navigation";
import { useFresh } from "./use-fresh";
import { useLive } from "./use-live";

/** Pages whose address matches, and the topics they show, comma between. */
export type LivePlace = { path: string; topics: string };

type Props = { places: LivePlace[]; since: string | null };

/** Keeps whatever page is open as things are. Silent, but for a line that is lost. */
export function LiveRefresh({ places, since }: Props) {
  const here = usePathname();
  const topics = places.find(({ path }) => new RegExp(path).test(here))?.topics ?? "";
  const lost = useLive({ topics, since }, useFresh());
  return (
    <p
      role="status"
      className={
        lost
          ? "fixed bottom-20 left-1/2 z-40 -translate-x-1/2 rounded-full border border-warning-line bg-warning-bg px-4 py-1.5 text-sm whitespace-nowrap text-warning-ink shadow-float lg:bottom-4 print:hidden"
          : "sr-only"
      }
    >
      {lost ? "Mất kết nối, đang nối lại…" : null}
    </p>
  );
}
