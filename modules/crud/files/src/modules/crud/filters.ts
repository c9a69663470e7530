import { eq, gte, inArray, lte } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';

// Each is a condition, or nothing when the value was not given: `and()` skips what is undefined.

export const equals = (column: PgColumn, value: unknown) =>
  value === undefined ? undefined : eq(column, value);

export const atLeast = (column: PgColumn, value: unknown) =>
  value === undefined ? undefined : gte(column, value);

export const atMost = (column: PgColumn, value: unknown) =>
  value === undefined ? undefined : lte(column, value);

export const among = (column: PgColumn, values: readonly unknown[] | undefined) =>
  values === undefined ? undefined : inArray(column, values);
