/** The row of a raw statement that returns exactly one. */
export function only(result: unknown): Record<string, unknown> {
  const [row] = (result as { rows: Record<string, unknown>[] }).rows;
  if (!row) throw new Error('The statement returned no row.');
  return row;
}
