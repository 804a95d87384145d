import type { ReactNode } from "react";
import { cx } from "./class-names";
import { type Tone, toneBox } from "./tone";
import { ToneIcon } from "./tone-icon";

type Props = {
  tone?: Tone;
  title?: string;
  children?: ReactNode;
  actions?: ReactNode;
  className?: string;
};

export function Alert({ tone = "info", title, children, actions, className }: Props) {
  return (
    <div
      className={cx(
        "flex items-start gap-3 rounded-md border px-3.5 py-3 text-base break-inside-avoid",
        toneBox[tone],
        className,
      )}
    >
      <ToneIcon tone={tone} className="mt-0.5 size-[1.125rem] shrink-0" />
      <div className="grid min-w-0 flex-1 gap-1">
        {title ? <p className="font-semibold">{title}</p> : null}
        {children ? <div>{children}</div> : null}
        {actions ? <div className="mt-1.5 flex flex-wrap gap-2">{actions}</div> : null}
      </div>
    </div>
  );
}
