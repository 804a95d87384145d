import type { ComponentProps, ReactNode } from "react";
import { type ButtonStyle, buttonStyle } from "./button-style";
import { cx } from "./class-names";

export type ButtonProps = ComponentProps<"button"> & ButtonStyle & { icon?: ReactNode };

export function Button({ variant, size, icon, className, children, ...rest }: ButtonProps) {
  return (
    <button type="button" {...rest} className={cx(buttonStyle({ variant, size }), className)}>
      {icon}
      {children}
    </button>
  );
}
