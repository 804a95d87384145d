import { cx } from "@/components/ui/class-names";
import { verdictLabels } from "@/lib/compliance/labels";
import type { Verdict } from "@/lib/compliance/schema";

type Props = { days: { day: string; verdict: Verdict }[] };

/** A height for each verdict as well as a colour, so that the row reads in grey. */
const looks: Record<Verdict, string> = {
  not_met: "h-4 bg-danger",
  at_risk: "h-3 bg-warning",
  met: "h-2 bg-success",
  not_measurable: "h-1 bg-line-strong/50",
};

/** How one unit stood on each day so far; the same in words for whoever does not see it. */
export function DayDots({ days }: Props) {
  if (days.length === 0) return <span className="text-ink-faint">–</span>;
  const failed = days.filter(({ verdict }) => verdict === "not_met").length;
  return (
    <span
      role="img"
      aria-label={`Chưa đạt ${failed} trong ${days.length} ngày: ${days.map(({ day, verdict }) => `${day.slice(8)} ${verdictLabels[verdict].text}`).join(", ")}`}
      className="flex h-4 items-end gap-0.5"
    >
      {days.map(({ day, verdict }) => (
        <span key={day} className={cx("w-1.5 rounded-[1px]", looks[verdict])} />
      ))}
    </span>
  );
}
