import { cx } from "./class-names";
import { controlStyle } from "./control-style";
import { Search } from "./icons";

type Props = { label: string; name?: string; defaultValue?: string; className?: string };

/** For a form sent by GET, alone or in a filter bar. */
export function SearchField({ label, name = "q", defaultValue, className }: Props) {
  return (
    <div className={cx("relative", className)}>
      <Search
        aria-hidden
        className="pointer-events-none absolute top-1/2 left-3 size-4 -translate-y-1/2 text-ink-faint"
      />
      <input
        type="search"
        name={name}
        aria-label={label}
        placeholder={label}
        defaultValue={defaultValue}
        className={cx(controlStyle, "pl-9")}
      />
    </div>
  );
}
