import type { ReactNode } from "react";
import { cx } from "./class-names";
import { SoftLink } from "./soft-link";
import type { Tone } from "./tone";
import { ToneIcon } from "./tone-icon";

type Props = { label: string; value: ReactNode; note?: string; tone?: Tone; href?: string };

const inks: Record<Tone, string> = {
  neutral: "text-ink",
  info: "text-info-ink",
  success: "text-success-ink",
  warning: "text-warning-ink",
  danger: "text-danger-ink",
};

/** One figure and what it counts; with an address it leads to the rows behind it. */
export function Stat({ label, value, note, tone = "neutral", href }: Props) {
  const box = "block rounded-lg border border-line bg-surface px-4 py-3 shadow-card";
  const body = (
    <>
      <span className="flex items-start justify-between gap-2 text-sm text-ink-muted">
        {label}
        {tone === "neutral" ? null : (
          <ToneIcon tone={tone} className={cx("mt-0.5 size-4 shrink-0", inks[tone])} />
        )}
      </span>
      <span
        className={cx(
          "block text-2xl font-semibold tracking-tight tabular-nums sm:text-3xl",
          inks[tone],
        )}
      >
        {value}
      </span>
      {note ? <span className="block text-xs text-ink-faint">{note}</span> : null}
    </>
  );
  if (!href) return <div className={box}>{body}</div>;
  return (
    <SoftLink
      href={href}
      className={cx(box, "transition-colors hover:border-line-strong hover:bg-subtle")}
    >
      {body}
    </SoftLink>
  );
}
