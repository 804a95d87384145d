import { cx } from "@/components/ui/class-names";
import { type Tone, toneFill } from "@/components/ui/tone";

export type WallBar = {
  key: string;
  title: string;
  detail?: string;
  segments: { label: string; value: number; tone: Tone }[];
};

type Props = {
  label: string;
  bars: WallBar[];
  none: string;
  /** How many fit; of the others only their number is told. */
  most: number;
  /** Side by side, for many with short names. */
  paired?: boolean;
};

/** Parts of a whole, one bar for each line; the figures stand in words beside the colours. */
export function WallBars({ label, bars, none, most, paired }: Props) {
  if (bars.length === 0) return <p className="text-[1.3em] text-ink-muted">{none}</p>;
  const rest = bars.length - most;
  return (
    <div className="grid min-h-0 content-start gap-[0.8em] lg:overflow-hidden">
      <ul
        aria-label={label}
        className={cx("grid gap-x-[1.6em] gap-y-[0.9em]", paired && "lg:grid-cols-2")}
      >
        {bars.slice(0, most).map(({ key, title, detail, segments }) => (
          <li key={key} className="grid min-w-0 gap-[0.3em]">
            <p className="flex flex-wrap items-baseline justify-between gap-x-[1em] lg:flex-nowrap">
              <span className="min-w-0 font-medium lg:truncate">{title}</span>
              {detail ? <span className="shrink-0 text-ink-muted">{detail}</span> : null}
            </p>
            <div
              aria-hidden
              className="flex h-[1.3em] gap-[0.1em] overflow-hidden rounded-full bg-subtle"
            >
              {segments
                .filter(({ value }) => value > 0)
                .map(({ label, value, tone }) => (
                  <span key={label} className={toneFill[tone]} style={{ flexGrow: value }} />
                ))}
            </div>
            <p className="flex flex-wrap gap-x-[1.2em] text-[0.9em] text-ink-muted">
              {segments
                .filter(({ value }) => value > 0)
                .map(({ label, value, tone }) => (
                  <span key={label} className="inline-flex items-center gap-[0.35em]">
                    <span aria-hidden className={cx("size-[0.6em] rounded-full", toneFill[tone])} />
                    {label} <b className="font-semibold text-ink tabular-nums">{value}</b>
                  </span>
                ))}
            </p>
          </li>
        ))}
      </ul>
      {rest > 0 ? <p className="text-ink-muted">và {rest} nữa</p> : null}
    </div>
  );
}
