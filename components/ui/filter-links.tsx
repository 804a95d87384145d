import { SoftLink } from "./soft-link";

export type FilterLink = { href: string; label: string; count?: number | string; current: boolean };

/** Choices that narrow a list, kept in the address. */
export function FilterLinks({ label, links }: { label: string; links: FilterLink[] }) {
  return (
    <nav aria-label={label} className="print:hidden">
      <ul className="flex flex-wrap gap-1.5">
        {links.map((link) => (
          <li key={link.href}>
            <SoftLink
              href={link.href}
              aria-current={link.current ? "true" : undefined}
              className="inline-flex min-h-8 items-center gap-1.5 rounded-full border border-line bg-surface px-3 text-sm text-ink-muted transition-colors hover:border-line-strong hover:text-ink aria-[current]:border-accent aria-[current]:bg-accent-soft aria-[current]:font-medium aria-[current]:text-accent pointer-coarse:min-h-11"
            >
              {link.label}
              {link.count === undefined ? null : (
                <span className="font-semibold tabular-nums">{link.count}</span>
              )}
            </SoftLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
