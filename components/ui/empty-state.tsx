import type { ReactNode } from "react";
import { cx } from "./class-names";
import { Inbox } from "./icons";

type Props = {
  title: string;
  /** What to do next, or why nothing needs doing. */
  children?: ReactNode;
  icon?: ReactNode;
  action?: ReactNode;
  className?: string;
};

export function EmptyState({ title, children, icon = <Inbox />, action, className }: Props) {
  return (
    <div className={cx("grid justify-items-center gap-1 px-6 py-10 text-center", className)}>
      <span
        aria-hidden
        className="mb-2 grid size-11 place-items-center rounded-full bg-subtle text-ink-muted [&_svg]:size-5"
      >
        {icon}
      </span>
      <p className="text-lg font-semibold">{title}</p>
      {children ? <div className="max-w-md text-ink-muted">{children}</div> : null}
      {action ? <div className="mt-4 flex flex-wrap justify-center gap-2">{action}</div> : null}
    </div>
  );
}
