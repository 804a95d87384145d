import Link from "next/link";
import type { ComponentProps } from "react";
import { cx } from "./class-names";

/** Not fetched before it is pressed: a list of fifty links must not cost fifty pages. */
export function TextLink({ className, ...rest }: ComponentProps<typeof Link>) {
  return (
    <Link
      prefetch={false}
      {...rest}
      className={cx(
        "text-accent underline decoration-accent/35 underline-offset-[3px]",
        "hover:decoration-accent hover:decoration-2",
        className,
      )}
    />
  );
}
