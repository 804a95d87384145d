import { cx } from "./class-names";

type Props = { initials: string; size?: "sm" | "md"; className?: string };

/** A person in two letters; the full name always stands beside it, so it is silent. */
export function Avatar({ initials, size = "md", className }: Props) {
  return (
    <span
      aria-hidden
      className={cx(
        "grid shrink-0 place-items-center rounded-full bg-accent-soft font-semibold text-accent select-none",
        size === "sm" ? "size-7 text-[0.6875rem]" : "size-9 text-xs",
        className,
      )}
    >
      {initials}
    </span>
  );
}
