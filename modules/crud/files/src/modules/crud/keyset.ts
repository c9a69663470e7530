import { asc, desc, getTableColumns, type SQL, sql } from 'drizzle-orm';
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core';
import type { FastifyInstance } from 'fastify';
import type { TObject } from 'typebox';
import { decodeCursor, encodeCursor } from './cursor.ts';

export interface PageQuery {
  limit: number;
  sort: string;
  cursor?: string;
}

export interface Page<Row> {
  items: Row[];
  nextCursor: string | null;
}

/**
 * Paging by position instead of by offset: rows that come and go between two requests
 * neither repeat nor hide others. Ask for `limit` rows, then hand them to `page`.
 */
export function keyset(
  app: FastifyInstance,
  table: PgTable & { id: PgColumn },
  schema: TObject,
  { limit, sort, cursor }: PageQuery,
) {
  const descending = sort.startsWith('-');
  const name = descending ? sort.slice(1) : sort;
  const column = columnOf(table, name);
  const direction = descending ? desc : asc;

  return {
    after: cursor === undefined ? undefined : afterCursor(cursor),
    orderBy: [direction(column), direction(table.id)],
    /** One more than asked for, which tells whether there is a next page. */
    limit: limit + 1,
    page<Row extends { id: string }>(rows: Row[]): Page<Row> {
      const items = rows.slice(0, limit);
      const last = rows.length > limit ? items.at(-1) : undefined;
      return { items, nextCursor: last ? encodeCursor(sort, positionOf(last)) : null };
    },
  };

  function afterCursor(text: string): SQL {
    const position = decodeCursor(text, sort, schema.properties[name] ?? {});
    if (!position)
      throw app.problem(400, 'invalid-cursor', 'The cursor is not one of this list and order.');
    const row = sql`(${column}, ${table.id})`;
    const start = sql`(${sql.param(position.value, column)}, ${sql.param(position.id, table.id)})`;
    return descending ? sql`${row} < ${start}` : sql`${row} > ${start}`;
  }

  function positionOf(row: { id: string }) {
    return { value: (row as Record<string, unknown>)[name], id: row.id };
  }
}

/** Whether a list is asked for as it comes: the newest rows, all of them, from the first page. */
export const isNewest = ({ sort, limit: _, ...rest }: PageQuery) =>
  sort === '-createdAt' && Object.keys(rest).length === 0;

function columnOf(table: PgTable, name: string): PgColumn {
  const column = getTableColumns(table)[name];
  if (!column) throw new Error(`The list cannot be sorted by ${name}.`);
  return column;
}
