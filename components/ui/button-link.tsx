import type { ReactNode } from "react";
import { type ButtonStyle, buttonStyle } from "./button-style";
import { cx } from "./class-names";
import { SoftLink, type SoftLinkProps } from "./soft-link";

type Props = SoftLinkProps & ButtonStyle & { icon?: ReactNode };

/** Goes somewhere, looks like a button. For a file, give `download` or `target`. */
export function ButtonLink({ variant, size, icon, className, children, ...rest }: Props) {
  return (
    <SoftLink {...rest} className={cx(buttonStyle({ variant, size }), className)}>
      {icon}
      {children}
    </SoftLink>
  );
}
