export type Relevance = "has" | "lacks" | "unknown";

/** Whether what a unit says it has meets what an advisory is about. */
export function relevanceOf(
  items: { productId: string | null }[],
  inventory: { productIds: string[] } | null,
): Relevance {
  if (!inventory) return "unknown";
  const has = new Set(inventory.productIds);
  if (items.some(({ productId }) => productId !== null && has.has(productId))) return "has";
  const told = items.length > 0 && items.every(({ productId }) => productId !== null);
  return told ? "lacks" : "unknown";
}

export type Timed = { dueAt: Date; closedAt: Date | null };

/** On time while there still is time, or when it was closed in time. */
export function handlingTimeliness({ dueAt, closedAt }: Timed, at: Date) {
  if (closedAt) return closedAt <= dueAt ? ("on_time" as const) : ("closed_late" as const);
  return at <= dueAt ? ("open" as const) : ("late" as const);
}

/** Of the affected machines: neither patched nor worked around. */
export const remaining = ({
  affected,
  patched,
  mitigated,
}: {
  affected: number | null;
  patched: number | null;
  mitigated: number | null;
}) => (affected ?? 0) - (patched ?? 0) - (mitigated ?? 0);

/** An urgent one counts as settled once a second pair of eyes has seen it. */
export const awaitsReview = (of: {
  rhythm: string;
  closedAt: Date | null;
  reviewedAt: Date | null;
}) => of.rhythm === "urgent" && of.closedAt !== null && of.reviewedAt === null;
