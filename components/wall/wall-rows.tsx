import type { ReactNode } from "react";
import { cx } from "@/components/ui/class-names";
import { type Tone, toneBox } from "@/components/ui/tone";

export type WallRow = {
  key: string;
  title: string;
  /** A second line, quieter. */
  detail?: ReactNode;
  state?: { text: string; tone: Tone };
};

type Props = {
  label: string;
  rows: WallRow[];
  /** How many fit; of the others only their number is told. */
  most?: number;
  /** How many there are, where `rows` are not all. */
  total?: number;
  /** Said in place of rows. */
  none: string;
  /** Beside another list it has half the width, and says above what it is. */
  half?: boolean;
};

/** A short list in letters for three metres. */
export function WallRows({ label, rows, most = 10, total = rows.length, none, half }: Props) {
  const shown = rows.slice(0, most);
  const rest = total - shown.length;
  return (
    <div className="grid min-h-0 min-w-0 content-start gap-[0.4em] lg:overflow-hidden">
      {half ? <h2 className="text-ink-muted">{label}</h2> : null}
      {shown.length === 0 ? <p className="text-[1.3em] text-success-ink">{none}</p> : null}
      <ul
        aria-label={label}
        className={cx(
          "grid gap-x-[0.6em] gap-y-[0.35em] empty:hidden",
          half ? "" : "lg:grid-cols-2",
        )}
      >
        {shown.map(({ key, title, detail, state }) => (
          <li
            key={key}
            className="grid items-center gap-x-[0.8em] gap-y-[0.2em] rounded-[0.4em] border border-line bg-surface px-[0.7em] py-[0.4em] sm:grid-cols-[minmax(0,1fr)_auto]"
          >
            <span className="min-w-0">
              <span className="block font-medium lg:truncate">{title}</span>
              {detail ? (
                <span className="block text-[0.85em] text-ink-muted lg:truncate">{detail}</span>
              ) : null}
            </span>
            {state ? <WallState {...state} /> : null}
          </li>
        ))}
      </ul>
      {rest > 0 ? <p className="text-[0.9em] leading-none text-ink-muted">và {rest} nữa</p> : null}
    </div>
  );
}

export const WallState = ({ text, tone }: { text: string; tone: Tone }) => (
  <span
    className={cx(
      "w-fit rounded-full border px-[0.7em] py-[0.15em] text-[0.9em] font-medium sm:whitespace-nowrap",
      toneBox[tone],
    )}
  >
    {text}
  </span>
);
