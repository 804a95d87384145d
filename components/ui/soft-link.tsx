import type { ComponentProps } from "react";

export type SoftLinkProps = ComponentProps<"a"> & {
  href: string;
  /** False: where one has scrolled to stays. */
  scroll?: boolean;
};

/**
 * A way to another page, as plain HTML: `SoftNavigation` follows it without loading everything anew.
 * Nothing is fetched ahead, and a table of fifty links costs what fifty links cost.
 */
export function SoftLink({ scroll, ...rest }: SoftLinkProps) {
  return <a data-soft={scroll === false ? "still" : ""} {...rest} />;
}
