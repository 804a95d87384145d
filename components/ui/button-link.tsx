import Link from "next/link";
import type { ComponentProps, ReactNode } from "react";
import { type ButtonStyle, buttonStyle } from "./button-style";
import { cx } from "./class-names";

type Props = ComponentProps<typeof Link> & ButtonStyle & { icon?: ReactNode };

/** Goes somewhere, looks like a button. For a file, give `download` or `target`. */
export function ButtonLink({ variant, size, icon, className, children, ...rest }: Props) {
  return (
    <Link prefetch={false} {...rest} className={cx(buttonStyle({ variant, size }), className)}>
      {icon}
      {children}
    </Link>
  );
}
