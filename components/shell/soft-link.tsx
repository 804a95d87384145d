"use client";

import { useRouter } from "next/navigation";
import type { ComponentProps, MouseEvent } from "react";

type Props = ComponentProps<"a"> & { href: string };

/**
 * `next/link` without fetching ahead, for the frame around every page: three kilobytes of script
 * less, and nothing to keep for each of the two dozen links there.
 */
export function SoftLink({ href, children, ...rest }: Props) {
  const router = useRouter();
  return (
    <a
      {...rest}
      href={href}
      onClick={(event) => {
        if (!isPlain(event)) return;
        event.preventDefault();
        router.push(href);
      }}
    >
      {children}
    </a>
  );
}

/** Any other press asks for a new tab, a download, a menu: the browser's own business. */
const isPlain = (event: MouseEvent) =>
  event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;
