import { cx } from "./class-names";
import { CalendarClock, CircleCheck, Clock, OctagonAlert } from "./icons";
import { type Tone, toneText } from "./tone";

type Props = {
  /** `còn 3 ngày`, `quá hạn 5 giờ`. */
  text: string;
  tone?: Tone;
  /** The exact moment, for machines and for the hint under a pointer. */
  dateTime?: string;
  /** The moment in full, shown after the text: `17:00 25/01/2025`. */
  at?: string;
  className?: string;
};

const icons = {
  neutral: CalendarClock,
  info: CalendarClock,
  success: CircleCheck,
  warning: Clock,
  danger: OctagonAlert,
};

export function DueText({ text, tone = "neutral", dateTime, at, className }: Props) {
  const Icon = icons[tone];
  return (
    <span className={cx("inline-flex flex-wrap items-center gap-x-1.5", className)}>
      <time
        dateTime={dateTime}
        className={cx(
          "inline-flex items-center gap-1.5 whitespace-nowrap",
          toneText[tone],
          tone !== "neutral" && "font-medium",
        )}
      >
        <Icon aria-hidden className="size-4 shrink-0" />
        {text}
      </time>
      {at ? <span className="text-ink-faint tabular-nums">{at}</span> : null}
    </span>
  );
}
