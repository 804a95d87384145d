import { Badge } from "@/components/ui/badge";
import { cx } from "@/components/ui/class-names";
import { PhoneLink } from "@/components/ui/phone-link";
import { Table, Td, Th, Tr } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import type { WallLine } from "@/lib/duty/coverage/queries";
import { daysOf, lengthOf, type WallRun, type WallRunKind } from "@/lib/duty/coverage/rules";
import { rosterStateLabels } from "@/lib/duty/rosters/labels";
import type { Span } from "@/lib/duty/schema";
import { formatDay } from "@/lib/time";
import { minuteWords, spanWords } from "./span-text";

type Props = { campaign: Span & { name: string }; lines: WallLine[] };

/** Units down, the hours of the campaign across: one piece per run, and every hole in words. */
export function CoverageWall({ campaign, lines }: Props) {
  return (
    <Table caption={`Độ phủ trực ${campaign.name}`}>
      <thead>
        <tr>
          <Th className="w-56">Đơn vị</Th>
          <Th className="min-w-72">
            <DayScale campaign={campaign} />
          </Th>
          <Th className="w-72">Giờ chưa có người trực</Th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <Tr key={line.unitId}>
            <Th scope="row">
              <UnitCell line={line} />
            </Th>
            <Td label="Độ phủ">
              <RunBar campaign={campaign} runs={line.runs} />
            </Td>
            <Td label="Chưa có người">
              <HoleWords line={line} />
            </Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}

const MOST_DAYS = 16;

/** Each day where there is room for it; else the first and the last. */
function DayScale({ campaign }: { campaign: Span }) {
  const whole = lengthOf([campaign]);
  const days = daysOf(campaign);
  if (days.length > MOST_DAYS) {
    return (
      <span className="flex justify-between tabular-nums">
        <span>{formatDay(campaign.startsAt)}</span>
        <span>{formatDay(campaign.endsAt)}</span>
      </span>
    );
  }
  return (
    <span className="flex tabular-nums">
      {days.map((day) => (
        <span
          key={day.startsAt.getTime()}
          style={{ width: `${(100 * lengthOf([day])) / whole}%` }}
          className="overflow-hidden border-l border-line pl-1 whitespace-nowrap"
        >
          {formatDay(day.startsAt).slice(0, 2)}
          <span className="sr-only">/{formatDay(day.startsAt).slice(3)}</span>
        </span>
      ))}
    </span>
  );
}

function UnitCell({ line }: { line: WallLine }) {
  return (
    <span className="grid gap-0.5">
      {line.roster ? (
        <TextLink href={`/duty/rosters/${line.roster.id}`} className="w-fit">
          {line.name}
        </TextLink>
      ) : (
        <span>{line.name}</span>
      )}
      <span className="text-xs font-normal text-ink-muted">{line.kindLabel}</span>
      {line.phone ? <PhoneLink phone={line.phone} name={line.name} /> : null}
    </span>
  );
}

/** Each kind has a height and a hatch of its own, so that the bar reads without colour. */
const runLooks: Record<WallRunKind, string> = {
  gap: "h-full bg-danger [background-image:repeating-linear-gradient(45deg,transparent_0_4px,var(--color-surface)_4px_6px)]",
  missed: "h-3/4 bg-warning",
  taken: "h-1/2 bg-success",
  planned: "h-1/4 bg-neutral",
};

export const runLabels: Record<WallRunKind, string> = {
  gap: "Chưa có người",
  missed: "Có lịch, không nhận ca",
  taken: "Đã nhận ca",
  planned: "Đã xếp, chưa tới giờ",
};

export function RunBar({ campaign, runs }: { campaign: Span; runs: WallRun[] }) {
  const total = lengthOf([campaign]);
  // A unit that came to be during the campaign has its line begin there.
  const before = runs[0] ? runs[0].startsAt.getTime() - campaign.startsAt.getTime() : 0;
  return (
    <span aria-hidden className="flex h-6 w-full min-w-40 items-end rounded-sm bg-subtle">
      <span style={{ width: `${(100 * before) / total}%` }} />
      {runs.map((run) => (
        <span
          key={run.startsAt.getTime()}
          title={`${runLabels[run.kind]}: ${spanWords(run)}`}
          style={{ width: `${(100 * lengthOf([run])) / total}%` }}
          className={runLooks[run.kind]}
        />
      ))}
    </span>
  );
}

const SHOWN = 3;

function HoleWords({ line }: { line: WallLine }) {
  if (!line.roster) return <Badge tone="danger">Chưa lập lịch</Badge>;
  if (line.roster.state !== "published") {
    return <Badge tone="danger">{rosterStateLabels[line.roster.state].text}, chưa công bố</Badge>;
  }
  const gaps = line.runs.filter(({ kind }) => kind === "gap");
  const missed = line.runs.filter(({ kind }) => kind === "missed");
  if (gaps.length === 0 && missed.length === 0)
    return <Badge tone="success">Đủ người mọi phút</Badge>;
  return (
    <span className="grid gap-1">
      <Runs runs={gaps} word="Thiếu" tone="danger" />
      <Runs runs={missed} word="Không nhận ca" tone="warning" />
    </span>
  );
}

function Runs({ runs, word, tone }: { runs: WallRun[]; word: string; tone: "danger" | "warning" }) {
  if (runs.length === 0) return null;
  return (
    <span className={tone === "danger" ? "text-danger-ink" : "text-warning-ink"}>
      <span className="font-medium">
        {word} {minuteWords(Math.round(lengthOf(runs) / 60_000))}
      </span>
      <span className="block text-sm tabular-nums">
        {runs.slice(0, SHOWN).map(spanWords).join("; ")}
        {runs.length > SHOWN ? `; và ${runs.length - SHOWN} khoảng nữa` : ""}
      </span>
    </span>
  );
}

export function WallLegend() {
  return (
    <ul className="flex flex-wrap gap-x-5 gap-y-1.5 text-sm text-ink-muted">
      {(["taken", "planned", "missed", "gap"] as const).map((kind) => (
        <li key={kind} className="flex items-center gap-2">
          <span aria-hidden className="flex h-5 w-6 items-end rounded-sm bg-subtle">
            <span className={cx("w-full", runLooks[kind])} />
          </span>
          {runLabels[kind]}
        </li>
      ))}
    </ul>
  );
}
