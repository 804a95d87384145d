import { cx } from "./class-names";
import { LoaderCircle } from "./icons";

export function Spinner({ className }: { className?: string }) {
  return <LoaderCircle aria-hidden className={cx("size-4 animate-spin", className)} />;
}
