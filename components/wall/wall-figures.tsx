import { cx } from "@/components/ui/class-names";
import { type Tone, toneText } from "@/components/ui/tone";

export type WallFigure = { label: string; value: number | string; tone?: Tone };

/** The few figures that are read first, from the other end of the room. */
export function WallFigures({ figures }: { figures: WallFigure[] }) {
  return (
    <dl className="grid grid-cols-2 gap-[0.6em] lg:grid-cols-[repeat(auto-fit,minmax(0,1fr))] lg:[grid-auto-flow:column]">
      {figures.map(({ label, value, tone = "neutral" }) => (
        <div
          key={label}
          className="flex flex-col-reverse justify-end gap-[0.1em] rounded-[0.4em] border border-line bg-surface px-[0.7em] py-[0.45em]"
        >
          <dt className="leading-tight text-ink-muted">{label}</dt>
          <dd
            className={cx(
              "text-[2.6em] leading-none font-semibold tabular-nums",
              tone === "neutral" ? "text-ink" : toneText[tone],
            )}
          >
            {value}
          </dd>
        </div>
      ))}
    </dl>
  );
}
