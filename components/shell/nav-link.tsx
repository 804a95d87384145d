"use client";

import { usePathname } from "next/navigation";
import type { ReactNode } from "react";
import { SoftLink } from "./soft-link";

type Props = { href: string; children: ReactNode; className?: string };

/** Knows whether it leads to where one is; the deeper pages of a place belong to it. */
export function NavLink({ href, children, className }: Props) {
  const path = usePathname();
  const here = path === href || path.startsWith(`${href}/`);
  return (
    <SoftLink href={href} aria-current={here ? "page" : undefined} className={className}>
      {children}
    </SoftLink>
  );
}
