import { cx } from "./class-names";
import { type Tone, toneFill } from "./tone";

export type BarSegment = { label: string; value: number; tone: Tone };

type Props = { segments: BarSegment[]; legend?: boolean };

/** Parts of a whole as one bar; the legend says in words and figures what the colours say. */
export function StackedBar({ segments, legend = true }: Props) {
  const total = segments.reduce((sum, { value }) => sum + value, 0);
  const shown = segments.filter(({ value }) => value > 0);
  const words = shown.map(({ label, value }) => `${label}: ${value}`).join(", ");
  return (
    <div className="grid gap-2">
      <div
        role="img"
        aria-label={words || "Chưa có số liệu"}
        className="flex h-2.5 gap-0.5 overflow-hidden rounded-full bg-subtle print:border print:border-line"
      >
        {shown.map(({ label, value, tone }) => (
          <span
            key={label}
            className={cx("min-w-1", toneFill[tone])}
            style={{ flexGrow: value, flexBasis: `${(70 * value) / total}%` }}
          />
        ))}
      </div>
      {legend ? (
        <ul aria-hidden className="flex flex-wrap gap-x-4 gap-y-1 text-xs text-ink-muted">
          {shown.map(({ label, value, tone }) => (
            <li key={label} className="inline-flex items-center gap-1.5">
              <span className={cx("size-2 rounded-full", toneFill[tone])} />
              {label} <b className="font-semibold text-ink tabular-nums">{value}</b>
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}
