export const tabListStyle = "mb-6 flex gap-1 overflow-x-auto border-b border-line print:hidden";

export const tabStyle =
  "inline-flex min-h-11 items-center gap-2 border-b-2 border-transparent px-3 text-sm font-medium " +
  "whitespace-nowrap text-ink-muted transition-colors hover:text-ink -outline-offset-2 " +
  "aria-selected:border-accent aria-selected:text-ink " +
  "aria-[current]:border-accent aria-[current]:text-ink";

export const tabCountStyle =
  "rounded-full bg-subtle px-1.5 text-xs font-semibold text-ink-muted tabular-nums";
