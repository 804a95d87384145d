import type { ReactNode } from "react";
import { cx } from "./class-names";
import { type Tone, toneBox } from "./tone";
import { ToneIcon } from "./tone-icon";

type Props = { tone?: Tone; children: ReactNode; icon?: ReactNode; className?: string };

/** A state in a word. Its shape differs by tone, so it reads without colour. */
export function Badge({ tone = "neutral", children, icon, className }: Props) {
  return (
    <span className={cx("badge", toneBox[tone], className)}>
      {icon === undefined ? <ToneIcon tone={tone} /> : icon}
      {children}
    </span>
  );
}
