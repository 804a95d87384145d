import type { Goal, GoalFigure, Measured, Row } from "./contract";

/** Of the rows on the database, by file; a row that starts what it measures brings its own. */
const goals: [files: RegExp, goals: Goal[]][] = [
  [/^(?!search-)/, [{ of: "growth", atMost: 1.5 }]],
  [/./, [{ of: "raw", atMost: 2 }]],
  [/^complaints-import/, [{ of: "floor", atMost: 1 / 0.15 }]],
  [/^notices-pickup/, [{ of: "p95", atMost: 50 }]],
];

export const goalsOf = (file: string) =>
  goals.filter(([files]) => files.test(file)).flatMap(([, wished]) => wished);

/** Each goal the row has a figure for, and whether it is met. */
export function judge(row: Measured, wished: Goal[]): Row["judged"] {
  return wished.flatMap((goal) => {
    const is = figureOf(row, goal.of);
    return is === undefined ? [] : [{ ...goal, is, met: is <= goal.atMost }];
  });
}

function figureOf({ run, growth, ...row }: Measured, of: GoalFigure) {
  if (of === "growth") return growth;
  if (of === "p50" || of === "p95") return run[of];
  const beside = row[of];
  return beside && beside.p50 > 0 ? run.p50 / beside.p50 : undefined;
}
