"use client";

import { usePathname } from "next/navigation";
import type { ReactNode } from "react";
import { SoftLink } from "@/components/ui/soft-link";

type Props = { href: string; children: ReactNode; className?: string };

/** Knows whether it leads to where one is. */
export function NavLink({ href, children, className }: Props) {
  const here = isHere(usePathname(), href);
  return (
    <SoftLink href={href} aria-current={here ? "page" : undefined} className={className}>
      {children}
    </SoftLink>
  );
}

/** The deeper pages of a place belong to it. */
export const isHere = (path: string, href: string) => path === href || path.startsWith(`${href}/`);
