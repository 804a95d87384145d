import type { Figures, ListedFigure } from "./schema";

/** The number that stands for a figure: as many rows as there are behind it. */
export function figureValue(of: Figures, figure: ListedFigure | "overdue") {
  const values: Record<typeof figure, number> = {
    incidents: of.incidents.open,
    duty: of.duty.nobody + of.duty.untaken,
    unpatched: of.unpatched.holes,
    overdue: of.overdue.assignments,
    complaints: of.complaints.open,
    infrastructure: of.infrastructure.outages,
  };
  return values[figure];
}
