import { kindLabels } from "../labels";
import { type ComplaintKind, complaintKinds } from "../schema";
import { columnLabels, type reportStateLabels } from "./labels";
import { type Column, columns, type Figures, type Row } from "./schema";

type State = { sentAt: Date | null; returnedAt: Date | null };

export function reportState(
  { sentAt, returnedAt }: State,
  dueAt: Date,
  at: Date,
): keyof typeof reportStateLabels {
  if (returnedAt) return "returned";
  if (sentAt) return sentAt <= dueAt ? "sent" : "late";
  return at > dueAt ? "missing" : "waiting";
}

/** What is wrong with the sum itself, named: such a report is not sent. */
export const imbalances = ({ rows }: Figures) =>
  complaintKinds.flatMap((kind) => {
    const { opening, received, resolved, rejected, closing } = rows[kind];
    const [came, went] = [opening + received, resolved + rejected + closing];
    return came === went
      ? []
      : [
          `${kindLabels[kind]}: ${opening} tồn + ${received} tiếp nhận = ${came}, nhưng ${resolved} xử lý + ${rejected} không xử lý + ${closing} còn lại = ${went}, lệch ${Math.abs(came - went)}.`,
        ];
  });

/** What balances and yet is not what the cases say, or not what the report before ended with. */
export function differences(figures: Figures, counted: Figures, before: Figures | null) {
  return complaintKinds.flatMap((kind) => {
    const told = figures.rows[kind];
    const ofCases = columns
      .filter((column) => told[column] !== counted.rows[kind][column])
      .map((column) => differs(kind, column, told[column], counted.rows[kind][column]));
    const carried =
      before && before.rows[kind].closing !== told.opening
        ? [
            `${kindLabels[kind]}: tồn đầu kỳ ${told.opening}, kỳ trước báo còn lại ${before.rows[kind].closing}.`,
          ]
        : [];
    return [...ofCases, ...carried];
  });
}

const differs = (kind: ComplaintKind, column: Column, told: number, counted: number) =>
  `${kindLabels[kind]}, ${columnLabels[column].toLowerCase()}: báo ${told}, hồ sơ đếm được ${counted}.`;

export const totalOf = ({ rows }: Figures): Row =>
  complaintKinds.reduce(
    (sum, kind) => {
      for (const column of columns) sum[column] += rows[kind][column];
      return sum;
    },
    { opening: 0, received: 0, resolved: 0, rejected: 0, closing: 0 },
  );

/** Two decimals; nothing where the telco did not say how many subscribers it has. */
export const perThousand = (count: number, subscribers: number | null) =>
  subscribers ? Math.round((100_000 * count) / subscribers) / 100 : null;

/** Of what came to an end or should have: how much is done. */
export const shareDone = ({ opening, received, closing }: Row) =>
  opening + received === 0
    ? null
    : Math.round((100 * (opening + received - closing)) / (opening + received));
