import type { ReactNode } from "react";
import { ChevronRight } from "./icons";
import { TextLink } from "./text-link";

type Props = {
  title: ReactNode;
  /** Where this page hangs; the page itself is not in it. */
  breadcrumb?: { href: string; label: string }[];
  /** A short line above the title, when there is no breadcrumb. */
  eyebrow?: ReactNode;
  /** State, dates, people: one line below the title. */
  meta?: ReactNode;
  description?: ReactNode;
  /** Buttons. */
  children?: ReactNode;
};

export function PageHeader({ title, breadcrumb, eyebrow, meta, description, children }: Props) {
  return (
    <header className="mb-6 grid items-end gap-x-8 gap-y-4 lg:grid-cols-[minmax(0,1fr)_auto] print:mb-4">
      <div className="grid min-w-0 gap-1.5">
        {breadcrumb ? (
          <nav aria-label="Đường dẫn" className="text-sm">
            <ol className="flex flex-wrap items-center gap-1 text-ink-faint">
              {breadcrumb.map(({ href, label }) => (
                <li key={href} className="flex items-center gap-1">
                  <TextLink href={href} className="pointer-coarse:py-3">
                    {label}
                  </TextLink>
                  <ChevronRight aria-hidden className="size-3.5" />
                </li>
              ))}
            </ol>
          </nav>
        ) : null}
        {eyebrow ? <p className="text-sm font-medium text-ink-muted">{eyebrow}</p> : null}
        <h1 className="max-w-4xl text-xl font-semibold tracking-tight text-pretty sm:text-2xl">
          {title}
        </h1>
        {description ? <p className="max-w-prose text-ink-muted">{description}</p> : null}
        {meta ? (
          <div className="flex flex-wrap items-center gap-x-3 gap-y-1.5 text-sm text-ink-muted">
            {meta}
          </div>
        ) : null}
      </div>
      {children ? (
        <div className="flex flex-wrap gap-2 empty:hidden print:hidden">{children}</div>
      ) : null}
    </header>
  );
}
