"use client";

import { usePathname, useRouter } from "next/navigation";
import type { MouseEvent, ReactNode } from "react";

type Props = { href: string; children: ReactNode; className?: string };

/**
 * Knows whether it leads to where one is; the deeper pages of a place belong to it. No `next/link`:
 * nothing here is fetched ahead, and two dozen of them are drawn on every page.
 */
export function NavLink({ href, children, className }: Props) {
  const path = usePathname();
  const router = useRouter();
  const here = path === href || path.startsWith(`${href}/`);
  return (
    <a
      href={href}
      aria-current={here ? "page" : undefined}
      onClick={(event) => {
        if (!isPlain(event)) return;
        event.preventDefault();
        router.push(href);
      }}
      className={className}
    >
      {children}
    </a>
  );
}

/** Any other press asks for a new tab, a download, a menu: the browser's own business. */
const isPlain = (event: MouseEvent) =>
  event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;
