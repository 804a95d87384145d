"use client";

import { usePathname } from "next/navigation";
import { useFresh } from "./use-fresh";
import { useLive } from "./use-live";

/** Pages whose address matches, and the topics they show, comma between. */
export type LivePlace = { path: string; topics: string };

type Props = { places: LivePlace[]; since: string | null };

/** Keeps whatever page is open as things are. Silent while the line holds and nothing has to wait. */
export function LiveRefresh({ places, since }: Props) {
  const here = usePathname();
  const topics = places.find(({ path }) => new RegExp(path).test(here))?.topics ?? "";
  const { changed, held, draw, away, over } = useFresh();
  const lost = (useLive({ topics, since }, changed) || away) && !over;
  return (
    <div
      role="status"
      className={
        lost || held || over
          ? "fixed bottom-20 left-1/2 z-40 flex max-w-[calc(100vw-2rem)] -translate-x-1/2 items-center gap-3 rounded-full border border-warning-line bg-warning-bg px-4 py-1.5 text-sm text-warning-ink shadow-float lg:bottom-4 print:hidden"
          : "sr-only"
      }
    >
      {lost ? "Mất kết nối, đang nối lại…" : null}
      {over ? "Phiên làm việc đã hết, trang không tự cập nhật nữa." : null}
      {held && !lost && !over ? (
        <>
          Có thay đổi mới, đang chờ bạn nhập xong.
          <button
            type="button"
            onClick={draw}
            className="font-semibold underline pointer-coarse:min-h-11"
          >
            Cập nhật
          </button>
        </>
      ) : null}
    </div>
  );
}
