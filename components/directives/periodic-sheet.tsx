import { PhoneLink } from "@/components/ui/phone-link";
import { SoftLink } from "@/components/ui/soft-link";
import { Table, Td, Th, Tr } from "@/components/ui/table";
import { toneBox } from "@/components/ui/tone";
import { ToneIcon } from "@/components/ui/tone-icon";
import { periodicLabels } from "@/lib/directives/periodic/labels";
import type { PeriodicSheetRow } from "@/lib/directives/periodic/queries";
import { formatInstant, formatTime } from "@/lib/time";

type Props = { directiveId: string; rows: PeriodicSheetRow[] };

/** Units down, periods across, newest first: what came in time, late, or not at all. */
export function PeriodicSheet({ directiveId, rows }: Props) {
  const periods = periodsOf(rows);
  return (
    <Table caption="Báo cáo định kỳ theo đơn vị và kỳ" layout="scroll">
      <thead>
        <tr>
          <Th pinned className="min-w-56">
            Đơn vị
          </Th>
          {periods.map((at) => (
            <Th key={at} className="min-w-28 whitespace-nowrap">
              {formatInstant(new Date(at))}
            </Th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Tr key={row.unitId}>
            <Th scope="row" pinned>
              <SoftLink
                href={`/directives/${directiveId}/assignments/${row.assignmentId}`}
                className="inline-block py-0.5 font-medium hover:underline"
              >
                {row.unit}
              </SoftLink>
              {row.cells.some(({ state }) => state === "missing") && row.phone ? (
                <span className="block font-normal">
                  <PhoneLink phone={row.phone} name={row.unit} />
                </span>
              ) : null}
            </Th>
            {periods.map((at) => (
              <Td key={at}>
                <Cell cell={row.cells.find(({ dueAt }) => dueAt.getTime() === at)} />
              </Td>
            ))}
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}

/** From the one to come back through those that passed: what matters now stands at the left. */
function periodsOf(rows: PeriodicSheetRow[]) {
  const all = new Set(rows.flatMap(({ cells }) => cells.map(({ dueAt }) => dueAt.getTime())));
  const waiting = new Set(
    rows.flatMap(({ cells }) =>
      cells.filter(({ state }) => state === "waiting").map(({ dueAt }) => dueAt.getTime()),
    ),
  );
  const sorted = [...all].sort((a, b) => a - b);
  const past = sorted.filter((at) => !waiting.has(at)).reverse();
  return [...sorted.filter((at) => waiting.has(at)).slice(0, 1), ...past].slice(0, 31);
}

function Cell({ cell }: { cell: PeriodicSheetRow["cells"][number] | undefined }) {
  if (!cell) return <span className="text-ink-faint">—</span>;
  const { text, tone } = periodicLabels[cell.state];
  return (
    <span
      className={`inline-flex items-center gap-1.5 rounded-md border px-2 py-1 text-sm font-medium whitespace-nowrap ${toneBox[tone]}`}
    >
      <ToneIcon tone={tone} className="size-3.5 shrink-0" />
      {cell.nilReport ? "Không phát sinh" : text}
      {cell.reportedAt ? (
        <span className="text-xs font-normal">{formatTime(cell.reportedAt)}</span>
      ) : null}
    </span>
  );
}
