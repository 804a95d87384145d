import type { ReactNode } from "react";
import { cx } from "./class-names";

type Props = {
  title?: ReactNode;
  description?: ReactNode;
  /** Beside the title: buttons, a badge. */
  aside?: ReactNode;
  footer?: ReactNode;
  /** Without room inside, for a table or a list that runs to the edges. */
  flush?: boolean;
  children?: ReactNode;
  className?: string;
  id?: string;
};

export function Card({ title, description, aside, footer, flush, children, ...rest }: Props) {
  return (
    <section
      id={rest.id}
      className={cx(
        "min-w-0 rounded-lg border border-line bg-surface shadow-card print:border-0",
        // The head of a table would square the corners off.
        flush && !title && !aside && "overflow-clip",
        rest.className,
      )}
    >
      {title || aside ? (
        <header
          className={cx(
            "flex flex-wrap items-start justify-between gap-x-4 gap-y-2 px-4 pt-4 sm:px-5",
            flush && "border-b border-line pb-3",
          )}
        >
          <div className="min-w-0">
            {title ? <h2 className="text-lg font-semibold">{title}</h2> : null}
            {description ? <p className="text-sm text-ink-muted">{description}</p> : null}
          </div>
          {aside ? <div className="flex flex-wrap gap-2">{aside}</div> : null}
        </header>
      ) : null}
      {flush ? children : <div className="p-4 sm:p-5">{children}</div>}
      {footer ? (
        <footer className="border-t border-line px-4 py-3 text-sm sm:px-5">{footer}</footer>
      ) : null}
    </section>
  );
}
