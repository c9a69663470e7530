import type { TSchema } from 'typebox';
import { Value } from 'typebox/value';
import { uuidText } from './schemas.ts';

/** The last row of a page: where the next page starts. */
export interface Position {
  value: unknown;
  id: string;
}

export const encodeCursor = (sort: string, { value, id }: Position) =>
  Buffer.from(JSON.stringify([sort, value, id])).toString('base64url');

/** Undefined when the cursor is not one that `encodeCursor` made for this sort order. */
export function decodeCursor(
  cursor: string,
  sort: string,
  valueSchema: TSchema,
): Position | undefined {
  const parts = parse(cursor);
  if (!Array.isArray(parts) || parts.length !== 3 || parts[0] !== sort) return undefined;
  const [, value, id] = parts;
  return Value.Check(valueSchema, value) && Value.Check(uuidText, id) ? { value, id } : undefined;
}

function parse(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString());
  } catch {
    return undefined;
  }
}
