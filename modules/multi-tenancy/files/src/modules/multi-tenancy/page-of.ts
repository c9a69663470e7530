/** The rows that were asked for, of which there may be one more, and where the next page starts. */
export function pageOf<Row>(rows: Row[], limit: number, idOf: (row: Row) => string) {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, nextCursor: last && rows.length > limit ? idOf(last) : null };
}
