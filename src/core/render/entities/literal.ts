/** A value as TypeScript in single quotes. */
export const literal = (value: string | number | boolean | null): string =>
  typeof value === 'string' ? `'${escaped(value)}'` : String(value);

/** A value as SQL. */
export const sqlLiteral = (value: string | number | boolean): string =>
  typeof value === 'string' ? `'${value.replaceAll("'", "''")}'` : String(value);

const escaped = (text: string) =>
  JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'");

/** Text inside a block comment must not end it. */
export const comment = (text: string) =>
  text.replaceAll('*/', '* /').replaceAll(/\s+/g, ' ').trim();
