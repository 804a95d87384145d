import type { ReactNode } from "react";
import { cx } from "./class-names";
import { type Tone, toneBox } from "./tone";
import { ToneIcon } from "./tone-icon";

type Props = { tone?: Tone; children: ReactNode; icon?: ReactNode; className?: string };

/** A state in a word. Its shape differs by tone, so it reads without colour. */
export function Badge({ tone = "neutral", children, icon, className }: Props) {
  return (
    <span
      className={cx(
        "inline-flex w-fit items-center gap-1 rounded-[0.7rem] border px-2 py-px text-xs font-medium",
        "[&_svg]:size-3.5 [&_svg]:shrink-0",
        toneBox[tone],
        className,
      )}
    >
      {icon === undefined ? <ToneIcon tone={tone} /> : icon}
      {children}
    </span>
  );
}
