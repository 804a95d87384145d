import { VerdictBadge } from "@/components/compliance/verdict-badge";
import { Badge } from "@/components/ui/badge";
import { Checkbox } from "@/components/ui/checkbox";
import { PhoneLink } from "@/components/ui/phone-link";
import { Table, Td, Th, Tr } from "@/components/ui/table";
import type { UnitVerdict } from "@/lib/compliance/directives/queries";
import { exchangeLabels } from "@/lib/directives/exchange/labels";
import type { Matrix, MatrixRow } from "@/lib/directives/matrix/queries";
import { shorten } from "@/lib/directives/rules";
import { formatInstant } from "@/lib/time";
import { MatrixCellLink } from "./matrix-cell-link";

type Props = {
  directiveId: string;
  matrix: Matrix;
  selectable: boolean;
  /** What the units' work comes to, beside what they reported. */
  verdicts: UnitVerdict[];
};

/** Units down, obligations across; each cell leads to the reports behind it. */
export function MatrixTable({ directiveId, matrix, selectable, verdicts }: Props) {
  const measured = new Map(
    verdicts.map(({ unitId, obligationId, verdict }) => [`${unitId} ${obligationId}`, verdict]),
  );
  const { rows } = matrix;
  const obligations = columnsOf(matrix);
  return (
    <Table caption="Ma trận đơn vị và nhiệm vụ" layout="scroll">
      <thead>
        <tr>
          <Th pinned className="min-w-56">
            Đơn vị
          </Th>
          <Th className="min-w-44">Tiếp nhận</Th>
          {obligations.map((obligation) => (
            <Th key={obligation.id} className="w-44 max-w-52 min-w-40" title={obligation.text}>
              <span className="font-semibold text-ink">NV{obligation.number}</span>{" "}
              <span className="font-normal">{shorten(obligation.text, 48)}</span>
            </Th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Tr key={row.unitId}>
            <Th scope="row" pinned>
              <UnitName row={row} selectable={selectable} />
            </Th>
            <Td>
              <Reception row={row} />
            </Td>
            {obligations.map((obligation) => (
              <Td key={obligation.id}>
                <MatrixCellLink
                  directiveId={directiveId}
                  unit={row.name}
                  cell={row.cells.find((cell) => cell.obligationId === obligation.id)}
                />
                <Measured verdict={measured.get(`${row.unitId} ${obligation.id}`)} />
              </Td>
            ))}
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}

function Measured({ verdict }: { verdict?: UnitVerdict["verdict"] }) {
  if (!verdict) return null;
  return (
    <span className="mt-1 flex items-center gap-1.5 text-xs text-ink-muted">
      Đo được <VerdictBadge verdict={verdict} />
    </span>
  );
}

/** Only obligations that some unit on this page has; their numbers stay those of the document. */
const columnsOf = ({ obligations, rows }: Matrix) =>
  obligations
    .map((obligation, index) => ({ ...obligation, number: index + 1 }))
    .filter(({ id }) => rows.some((row) => row.cells.some((cell) => cell.obligationId === id)));

function UnitName({ row, selectable }: { row: MatrixRow; selectable: boolean }) {
  const name = <span className="font-medium">{row.name}</span>;
  // What is left open went on: there is nobody to nudge any more.
  return selectable && !row.passedTo ? (
    <Checkbox name="unitIds[]" value={row.unitId} label={name} />
  ) : (
    name
  );
}

/** Seen, taken on, by whom; and whom to call when it was not. */
function Reception({ row }: { row: MatrixRow }) {
  if (row.passedTo) {
    return (
      <span className="text-ink-muted">Đã thôi hoạt động, phần còn lại do {row.passedTo}</span>
    );
  }
  const phone = row.contactPhone ?? row.phone;
  const { text, tone } = exchangeLabels[row.exchange];
  return (
    <span className="grid gap-0.5">
      {row.releasedAt ? <Badge icon={null}>Không phải thực hiện</Badge> : null}
      <Badge tone={tone}>{text}</Badge>
      <span className={row.acknowledgedAt ? "" : "font-medium text-warning-ink"}>
        {receptionWords(row)}
      </span>
      {row.recallAnswer ? <span className="text-ink-muted">{row.recallAnswer}</span> : null}
      {row.contactName ? <span className="text-ink-muted">{row.contactName}</span> : null}
      {phone ? <PhoneLink phone={phone} name={row.name} /> : null}
      {row.remindedAt ? (
        <span className="text-xs text-ink-muted">
          Đôn đốc {row.reminders} lần, gần nhất {formatInstant(row.remindedAt)}
        </span>
      ) : null}
    </span>
  );
}

function receptionWords({ openedAt, acknowledgedAt }: MatrixRow) {
  if (acknowledgedAt) return `Tiếp nhận ${formatInstant(acknowledgedAt)}`;
  return openedAt ? "Đã xem, chưa tiếp nhận" : "Chưa xem";
}
