import { Fragment } from "react";
import { cx } from "@/components/ui/class-names";
import { Hand } from "@/components/ui/icons";
import { SoftLink } from "@/components/ui/soft-link";
import { Table, Td, Th, Tr } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import { toneText } from "@/components/ui/tone";
import { ToneIcon } from "@/components/ui/tone-icon";
import { measureGroups } from "@/lib/compliance/labels";
import type { Picture, PictureMeasure } from "@/lib/compliance/queries";
import { byTrouble, emptySpread, type Spread, unitsOf } from "@/lib/compliance/rules";
import type { PictureFilter } from "@/lib/compliance/schema";
import { pictureAddress } from "./picture-address";
import { SpreadBar } from "./spread-bar";

type Props = { picture: Pick<Picture, "kinds" | "measures">; filter: PictureFilter };

/** Kinds of obligation down, kinds of unit across; what is in trouble stands first in its group. */
export function PictureMatrix({ picture: { kinds, measures }, filter }: Props) {
  const groups = groupsOf(measures);
  return (
    <Table caption="Mức thực hiện theo loại nghĩa vụ và nhóm đơn vị">
      <thead>
        <tr>
          <Th className="w-64">Nghĩa vụ</Th>
          <Th className="w-44">Mọi đơn vị</Th>
          {kinds.map(({ code, label }) => (
            <Th key={code}>{label}</Th>
          ))}
        </tr>
      </thead>
      <tbody>
        {groups.map(({ name, measures: rows }) => (
          <Fragment key={name}>
            <tr className="max-sm:p-0!">
              <th
                scope="rowgroup"
                colSpan={kinds.length + 2}
                className="border-b border-line bg-subtle px-4 py-1.5 text-start max-sm:block text-xs font-semibold text-ink-muted sm:px-5"
              >
                {name}
              </th>
            </tr>
            {rows.map((row) => (
              <MeasureRow key={row.measure} row={row} kinds={kinds} filter={filter} />
            ))}
          </Fragment>
        ))}
      </tbody>
    </Table>
  );
}

function groupsOf(measures: PictureMeasure[]) {
  return measureGroups
    .map(({ name, measures: named }) => ({
      name,
      measures: measures.filter(({ measure }) => named.includes(measure)),
    }))
    .filter((group) => group.measures.length > 0)
    .sort((one, two) => {
      const [first, second] = [one.measures[0], two.measures[0]];
      if (first?.byHand !== second?.byHand) return first?.byHand ? 1 : -1;
      return byTrouble(first?.total ?? emptySpread(), second?.total ?? emptySpread());
    });
}

type RowProps = { row: PictureMeasure; kinds: Picture["kinds"]; filter: PictureFilter };

function MeasureRow({ row, kinds, filter }: RowProps) {
  const page = `/command/obligations/${row.measure}`;
  return (
    <Tr>
      <Th scope="row" className="max-sm:pb-1.5">
        <TextLink href={pictureAddress(page, filter)} className="text-base">
          {row.label}
        </TextLink>
        {row.byHand ? (
          <span className="mt-0.5 flex items-center gap-1 text-xs font-normal text-ink-muted">
            <Hand aria-hidden className="size-3.5" />
            Đơn vị tự báo cáo, không tính vào mức chung
          </span>
        ) : null}
      </Th>
      <Td label="Mọi đơn vị">
        <div className="grid w-full gap-1.5">
          <Verdicts spread={row.total} large />
          <SpreadBar spread={row.total} />
        </div>
      </Td>
      {kinds.map(({ code, label }) => {
        const cell = row.kinds.find(({ kindCode }) => kindCode === code);
        if (!cell)
          return (
            <Td key={code} className="text-ink-faint max-sm:hidden!">
              –
            </Td>
          );
        return (
          <Td
            key={code}
            label={label}
            // On a phone the line of all units speaks for its kinds, which are one tap away.
            className="max-sm:hidden! sm:p-0"
          >
            <SoftLink
              href={pictureAddress(page, filter, { kind: code })}
              aria-label={`${row.label}, ${label}: ${words(cell.spread)}`}
              className="grid h-full content-start gap-1 rounded-md hover:bg-subtle sm:px-3 sm:py-2.5"
            >
              <Verdicts spread={cell.spread} />
            </SoftLink>
          </Td>
        );
      })}
    </Tr>
  );
}

const words = (spread: Spread) =>
  `${spread.not_met} chưa đạt, ${spread.at_risk} có nguy cơ, ${spread.met} đạt, ${spread.not_measurable} chưa đo được trong ${unitsOf(spread)} đơn vị`;

/** The one figure that matters, large, of how many; below it the word. */
function Verdicts({ spread, large = false }: { spread: Spread; large?: boolean }) {
  const { tone, figure, text } = headline(spread);
  const ink = tone === "neutral" ? "text-ink-muted" : toneText[tone];
  return (
    <span className="grid max-sm:flex max-sm:items-baseline max-sm:gap-x-2">
      <span className="flex items-baseline gap-x-1.5 whitespace-nowrap">
        <ToneIcon tone={tone} className={cx("size-4 shrink-0 self-center", ink)} />
        <span
          className={cx(
            "font-semibold tabular-nums",
            large ? "text-2xl" : "text-lg",
            toneText[tone],
          )}
        >
          {figure}
        </span>
        <span className="text-sm text-ink-muted tabular-nums">/ {unitsOf(spread)}</span>
      </span>
      <span className={cx("text-xs", ink)}>{text}</span>
    </span>
  );
}

function headline({ not_met, at_risk, met, not_measurable }: Spread) {
  if (not_met > 0) return { tone: "danger" as const, figure: not_met, text: "chưa đạt" };
  if (at_risk > 0) return { tone: "warning" as const, figure: at_risk, text: "có nguy cơ" };
  if (met > 0) return { tone: "success" as const, figure: met, text: "đạt" };
  return { tone: "neutral" as const, figure: not_measurable, text: "chưa đo được" };
}
