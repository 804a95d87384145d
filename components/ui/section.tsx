import type { ReactNode } from "react";
import { cx } from "./class-names";

type Props = {
  title: ReactNode;
  count?: number;
  description?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
  className?: string;
  id?: string;
};

/** A titled part of a page, without a frame. */
export function Section({ title, count, description, actions, children, className, id }: Props) {
  return (
    <section id={id} className={cx("grid gap-3", className)}>
      <div className="flex flex-wrap items-end justify-between gap-x-4 gap-y-2">
        <div>
          <h2 className="text-lg font-semibold">
            {title}
            {count === undefined ? null : (
              <span className="ml-2 font-normal text-ink-faint tabular-nums">{count}</span>
            )}
          </h2>
          {description ? <p className="text-sm text-ink-muted">{description}</p> : null}
        </div>
        {actions ? <div className="flex flex-wrap gap-2">{actions}</div> : null}
      </div>
      {children}
    </section>
  );
}
