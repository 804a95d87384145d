export type Cursor = { after?: string; before?: string };

/**
 * One page of what was read with one row more than it holds. Read back from a cursor the rows come
 * in reverse; `previous` and `next` are the rows from which the neighbouring pages are read.
 */
export function pageOf<T extends { id: string }>(rows: T[], size: number, cursor: Cursor) {
  const more = rows.length > size;
  const shown = rows.slice(0, size);
  if (cursor.before) shown.reverse();
  const hasPrevious = cursor.before ? more : cursor.after !== undefined;
  const hasNext = cursor.before !== undefined || more;
  return {
    shown,
    previous: hasPrevious ? (shown[0]?.id ?? null) : null,
    next: hasNext ? (shown.at(-1)?.id ?? null) : null,
  };
}
