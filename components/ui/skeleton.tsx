import { cx } from "./class-names";

const widths = ["w-11/12", "w-3/4", "w-5/6", "w-2/3"];

/** Room kept for what is on its way. */
export function Skeleton({ lines = 4, className }: { lines?: number; className?: string }) {
  const rows = Array.from({ length: lines }, (_, row) => `${row}-${widths[row % widths.length]}`);
  return (
    <div role="status" className={cx("grid gap-3", className)}>
      <span className="sr-only">Đang tải…</span>
      {rows.map((row, at) => (
        <div
          key={row}
          className={cx("h-4 animate-pulse rounded bg-neutral-bg", widths[at % widths.length])}
        />
      ))}
    </div>
  );
}
