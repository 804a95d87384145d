import type { ComponentProps, ReactNode } from "react";
import { cx } from "./class-names";
import { Tick } from "./field";

type Props = Omit<ComponentProps<"input">, "type"> & { label: ReactNode; hint?: ReactNode };

/** One box. Alone it needs a `name`; in a group the group gives it. */
export function Checkbox({ className, ...rest }: Props) {
  return (
    <Tick
      type="checkbox"
      {...rest}
      className={cx("py-1 pointer-coarse:min-h-11 pointer-coarse:py-2.5", className)}
    />
  );
}
