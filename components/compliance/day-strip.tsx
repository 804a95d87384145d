import { ButtonLink } from "@/components/ui/button-link";
import { cx } from "@/components/ui/class-names";
import { ChevronLeft, ChevronRight } from "@/components/ui/icons";
import { SoftLink } from "@/components/ui/soft-link";
import { Table, Td, Th, Tr } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import { toneFill } from "@/components/ui/tone";
import { verdictLabels } from "@/lib/compliance/labels";
import { type Spread, unitsOf } from "@/lib/compliance/rules";
import type { PictureFilter, Verdict } from "@/lib/compliance/schema";
import { ArrowKeys } from "./arrow-keys";
import { pictureAddress } from "./picture-address";

type Day = { day: string; spread: Spread };
type Props = {
  path: string;
  filter: PictureFilter;
  /** Oldest first; the last one is the newest there is. */
  days: Day[];
  current: string;
  /** The newest day is still going on. */
  running: boolean;
};

/** From the foot of a bar upwards. */
const stack: Verdict[] = ["met", "not_measurable", "at_risk", "not_met"];

/** The campaign day by day: a bar for how its units stood, each a link to that day's picture. */
export function DayStrip({ path, filter, days, current, running }: Props) {
  const newest = days.at(-1)?.day;
  const index = days.findIndex(({ day }) => day === current);
  const to = (day: Day | undefined) =>
    day && pictureAddress(path, { ...filter, ngay: day.day === newest ? undefined : day.day });
  const before = to(days[index - 1]);
  const after = to(days[index + 1]);
  return (
    <nav aria-label="Ngày của đợt" className="grid gap-2 print:hidden">
      <ArrowKeys left={before} right={after} />
      <div className="flex items-end gap-2">
        <Step href={before} label="Ngày trước" icon={<ChevronLeft className="size-4" />} />
        <ol className="flex min-w-0 flex-1 items-end gap-0.5 overflow-x-auto [scrollbar-width:none]">
          {days.map((day) => (
            <li key={day.day} className="min-w-6 flex-1">
              <SoftLink
                href={to(day) ?? path}
                scroll={false}
                aria-current={day.day === current ? "date" : undefined}
                aria-label={nameOf(day, running && day.day === newest)}
                title={nameOf(day, running && day.day === newest)}
                className="group grid gap-1 rounded-sm p-0.5 text-center text-xs text-ink-muted tabular-nums hover:bg-subtle aria-[current]:bg-accent-soft aria-[current]:font-semibold aria-[current]:text-accent"
              >
                <Bar spread={day.spread} />
                <span aria-hidden>{day.day.slice(8)}</span>
              </SoftLink>
            </li>
          ))}
        </ol>
        <Step href={after} label="Ngày sau" icon={<ChevronRight className="size-4" />} />
      </div>
      <details className="text-sm">
        <summary className="w-fit text-accent pointer-coarse:py-3">Xem các ngày dạng bảng</summary>
        <DayTable days={days} to={to} />
      </details>
    </nav>
  );
}

function Step({ href, label, icon }: { href?: string; label: string; icon: React.ReactNode }) {
  if (!href) return <span aria-hidden className="w-9 shrink-0 pointer-coarse:w-11" />;
  return (
    <ButtonLink
      href={href}
      scroll={false}
      size="sm"
      icon={icon}
      aria-label={label}
      className="shrink-0 self-center"
    />
  );
}

function Bar({ spread }: { spread: Spread }) {
  const units = unitsOf(spread);
  return (
    <span
      aria-hidden
      className="flex h-12 flex-col-reverse gap-px overflow-hidden rounded-sm bg-subtle"
    >
      {stack.map((verdict) =>
        spread[verdict] > 0 ? (
          <span
            key={verdict}
            style={{ height: `${(100 * spread[verdict]) / units}%` }}
            className={cx(
              "min-h-0.5 shrink-0",
              verdict === "not_measurable"
                ? "bg-line-strong/40"
                : toneFill[verdictLabels[verdict].tone],
            )}
          />
        ) : null,
      )}
    </span>
  );
}

const dayWords = (day: string) => `${day.slice(8)}/${day.slice(5, 7)}`;

const nameOf = ({ day, spread }: Day, now: boolean) =>
  `${now ? "Hôm nay" : "Ngày"} ${dayWords(day)}: ${spread.not_met} đơn vị chưa đạt, ${spread.at_risk} có nguy cơ, ${spread.met} đạt`;

function DayTable({ days, to }: { days: Day[]; to: (day: Day) => string | undefined }) {
  return (
    <Table caption="Số đơn vị theo mức, từng ngày của đợt">
      <thead>
        <tr>
          <Th>Ngày</Th>
          {columns.map((verdict) => (
            <Th key={verdict} numeric>
              {verdictLabels[verdict].text}
            </Th>
          ))}
        </tr>
      </thead>
      <tbody>
        {days.map((day) => (
          <Tr key={day.day}>
            <Th scope="row">
              <TextLink href={to(day) ?? "#"} scroll={false}>
                {dayWords(day.day)}
              </TextLink>
            </Th>
            {columns.map((verdict) => (
              <Td key={verdict} label={verdictLabels[verdict].text} numeric>
                {day.spread[verdict]}
              </Td>
            ))}
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}

const columns: Verdict[] = ["not_met", "at_risk", "met", "not_measurable"];
