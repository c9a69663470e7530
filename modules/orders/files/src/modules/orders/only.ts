/** The row of a statement that returns exactly one. */
export function only<Row>([row]: Row[]): Row {
  if (!row) throw new Error('The statement returned no row.');
  return row;
}
