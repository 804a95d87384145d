"use client";

import { usePathname } from "next/navigation";
import { SoftLink } from "@/components/ui/soft-link";
import { isHere } from "./nav-link";
import type { DrawnItem } from "./types";

/** Items in their groups, in the order given; those without a group come first as they stand. */
export function NavList({ items, label }: { items: DrawnItem[]; label: string }) {
  const path = usePathname();
  const groups = [...new Set(items.map(({ group }) => group))];
  return (
    <nav aria-label={label} className="grid gap-5">
      {groups.map((group) => (
        <div key={group ?? ""} className="grid gap-0.5">
          {group ? (
            <h2 className="px-2.5 pb-1 text-xs font-medium text-ink-faint">{group}</h2>
          ) : null}
          <ul className="grid gap-0.5">
            {items
              .filter((item) => item.group === group)
              .map((item) => (
                <li key={item.href}>
                  <SoftLink
                    href={item.href}
                    aria-current={isHere(path, item.href) ? "page" : undefined}
                    className="flex min-h-9 items-center gap-2.5 rounded-md px-2.5 py-1.5 text-sm text-ink-muted transition-colors hover:bg-subtle hover:text-ink aria-[current=page]:bg-accent-soft aria-[current=page]:font-medium aria-[current=page]:text-accent pointer-coarse:min-h-11"
                  >
                    {item.icon}
                    <span className="min-w-0 flex-1">{item.label}</span>
                    <NavCount count={item.count} />
                  </SoftLink>
                </li>
              ))}
          </ul>
        </div>
      ))}
    </nav>
  );
}

function NavCount({ count = 0 }: { count?: number }) {
  if (count === 0) return null;
  return (
    <span className="rounded-full bg-danger-bg px-1.5 text-xs font-semibold text-danger-ink tabular-nums">
      {count > 99 ? "99+" : count}
      <span className="sr-only"> việc đang chờ</span>
    </span>
  );
}
