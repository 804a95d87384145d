import type { ReactNode } from "react";
import { cx } from "./class-names";
import { type Tone, toneText } from "./tone";
import { ToneIcon } from "./tone-icon";

export type TimelineItem = {
  id: string;
  title: ReactNode;
  /** `07:30 25/01/2025` */
  at: string;
  dateTime?: string;
  by?: string;
  body?: ReactNode;
  tone?: Tone;
  icon?: ReactNode;
};

/** What happened, in the order given. */
export function Timeline({ items }: { items: TimelineItem[] }) {
  return (
    <ol className="grid">
      {items.map(({ id, title, at, dateTime, by, body, tone = "neutral", icon }) => (
        <li key={id} className="group/step relative flex gap-3 pb-5 last:pb-0 break-inside-avoid">
          <span
            aria-hidden
            className="absolute top-6 bottom-0 left-[0.6875rem] w-px bg-line group-last/step:hidden"
          />
          <span
            className={cx(
              "relative grid size-[1.4375rem] shrink-0 place-items-center [&_svg]:size-4",
              toneText[tone],
            )}
          >
            {icon ?? <ToneIcon tone={tone} />}
          </span>
          <div className="grid min-w-0 gap-0.5">
            <p className="font-medium">{title}</p>
            <p className="text-sm text-ink-muted">
              <time dateTime={dateTime}>{at}</time>
              {by ? ` · ${by}` : null}
            </p>
            {body ? <div className="mt-1 text-sm">{body}</div> : null}
          </div>
        </li>
      ))}
    </ol>
  );
}
