import { Search } from "@/components/ui/icons";
import { Kbd } from "@/components/ui/kbd";

/** Leads to the search page; where the palette is loaded it opens that instead. */
export function SearchLink({ compact }: { compact?: boolean }) {
  if (compact) {
    return (
      <a
        href="/search"
        data-opens-search
        aria-label="Tìm kiếm"
        className="grid size-11 shrink-0 place-items-center rounded-md text-ink-muted hover:bg-subtle hover:text-ink"
      >
        <Search aria-hidden className="size-5" />
      </a>
    );
  }
  return (
    <a
      href="/search"
      data-opens-search
      aria-keyshortcuts="Control+K"
      className="flex min-h-10 items-center gap-2.5 rounded-md border border-line-strong/60 bg-surface px-2.5 text-sm text-ink-muted hover:border-line-strong hover:text-ink"
    >
      <Search aria-hidden className="size-[1.125rem] shrink-0" />
      <span className="flex-1">Tìm kiếm</span>
      <span aria-hidden className="flex gap-1">
        <Kbd>Ctrl</Kbd>
        <Kbd>K</Kbd>
      </span>
    </a>
  );
}
