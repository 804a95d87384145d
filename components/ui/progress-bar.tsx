import { cx } from "./class-names";
import { type Tone, toneFill } from "./tone";

type Props = {
  label: string;
  value: number;
  max?: number;
  tone?: Tone;
  /** The figure in words, `7/12`; a percentage without it. */
  text?: string;
  hideLabel?: boolean;
  className?: string;
};

export function ProgressBar({ label, value, max = 100, tone = "success", text, ...rest }: Props) {
  const share = max > 0 ? Math.min(100, Math.max(0, (100 * value) / max)) : 0;
  const words = text ?? `${Math.round(share)}%`;
  return (
    <div className={cx("grid gap-1", rest.className)}>
      <div className="flex items-baseline justify-between gap-3 text-sm">
        <span className={rest.hideLabel ? "sr-only" : "text-ink-muted"}>{label}</span>
        <span className="font-medium tabular-nums">{words}</span>
      </div>
      <div
        role="progressbar"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={max}
        aria-valuenow={value}
        aria-valuetext={words}
        className="h-2 overflow-hidden rounded-full bg-subtle print:border print:border-line"
      >
        <div className={cx("h-full rounded-full", toneFill[tone])} style={{ width: `${share}%` }} />
      </div>
    </div>
  );
}
