import type { ComponentProps, ReactNode } from "react";
import { cx } from "./class-names";

type TableProps = {
  /** What the table lists; read aloud, and shown when `showCaption`. */
  caption: string;
  showCaption?: boolean;
  /** `stack`: rows become cards on a phone. `scroll`: a wide grid moves sideways in its own frame. */
  layout?: "stack" | "scroll";
  children: ReactNode;
  className?: string;
};

export function Table({ caption, showCaption, layout = "stack", children, className }: TableProps) {
  const table = (
    <table
      className={cx(
        "w-full border-separate border-spacing-0 text-sm",
        layout === "stack" && "table-stack",
        className,
      )}
    >
      <caption
        className={showCaption ? "px-4 pb-2 text-start text-sm text-ink-muted sm:px-5" : "sr-only"}
      >
        {caption}
      </caption>
      {children}
    </table>
  );
  if (layout === "stack") return table;
  return (
    <section
      aria-label={caption}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a frame that scrolls must be reachable by key
      tabIndex={0}
      className="max-h-[80vh] overflow-auto overscroll-x-contain rounded-b-lg print:max-h-none print:overflow-visible"
    >
      {table}
    </section>
  );
}

type CellProps = { numeric?: boolean; pinned?: boolean };

/** Head of a column; `scope="row"` makes it the head of a row. `pinned` keeps it while scrolling. */
export function Th({ numeric, pinned, className, ...rest }: ComponentProps<"th"> & CellProps) {
  const ofRow = rest.scope === "row";
  return (
    <th
      scope="col"
      {...rest}
      className={cx(
        "cell",
        numeric ? "text-end" : "text-start",
        ofRow ? "font-medium text-ink" : "cell-head",
        pinned && (ofRow ? "sticky left-0 z-10 bg-surface" : "left-0 z-20"),
        className,
      )}
    />
  );
}

/** `label` is its column's name, shown beside it where rows are cards. */
export function Td({
  label,
  numeric,
  pinned,
  className,
  ...rest
}: ComponentProps<"td"> & CellProps & { label?: string }) {
  return (
    <td
      {...rest}
      data-label={label}
      className={cx(
        "cell",
        numeric && "tabular-nums sm:text-end",
        pinned && "sticky left-0 z-10 bg-surface",
        className,
      )}
    />
  );
}

export function Tr({ className, ...rest }: ComponentProps<"tr">) {
  return <tr {...rest} className={cx("hover:bg-subtle/60 last:*:border-b-0", className)} />;
}
