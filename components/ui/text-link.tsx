import { cx } from "./class-names";
import { SoftLink, type SoftLinkProps } from "./soft-link";

/** Not fetched before it is pressed: a list of fifty links must not cost fifty pages. */
export function TextLink({ className, ...rest }: SoftLinkProps) {
  return (
    <SoftLink
      {...rest}
      className={cx(
        "text-accent underline decoration-accent/35 underline-offset-[3px]",
        "hover:decoration-accent hover:decoration-2",
        className,
      )}
    />
  );
}
