import type { Column } from './column.ts';
import { kinds } from './column-kinds.ts';

/** A case for each kind of value that a column does not take. */
export const wrongCases = (column: Column) =>
  kinds[column.kind]
    .invalid(column)
    .map(([what, value]) => `[${quote(what)}, { ${column.name}: ${value} }]`);

/** `stock: 6`: one of the two valid values, as a property of an emitted object. */
export const assignment = ({ name, ...column }: Column, which: 0 | 1 = 1) =>
  `${name}: ${kinds[column.kind].two({ name, ...column })[which]}`;

/** What a row that says nothing of the column holds. */
export const expectedDefault = ({ name, kind, default: value }: Column): string => {
  if (value === undefined) return `${name}: null`;
  if (kind === 'datetime') return `${name}: ${quote(new Date(String(value)).toISOString())}`;
  return `${name}: ${typeof value === 'string' ? JSON.stringify(value) : value}`;
};

const quote = (text: string) => `'${text.replaceAll("'", "\\'")}'`;
