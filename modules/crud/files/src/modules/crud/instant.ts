import { sql } from 'drizzle-orm';
import { customType } from 'drizzle-orm/pg-core';

/** A moment: ISO 8601 text in UTC here and in JSON, `timestamptz` in the database. */
export const instant = customType<{ data: string; driverData: string }>({
  dataType: () => 'timestamp(3) with time zone',
  fromDriver: (text) => (isPlainUtc(text) ? fromPlainUtc(text) : new Date(text).toISOString()),
});

export const now = sql`now()`;

/** As a connection in UTC has it: `2026-11-22 19:14:56.12+00`. */
const isPlainUtc = (text: string) => text[10] === ' ' && text.endsWith('+00');

/** Without a Date in between, which made moments the dearest part of a list. */
const fromPlainUtc = (text: string) => {
  const time = text.slice(11, -3);
  return `${text.slice(0, 10)}T${time.length === 8 ? `${time}.000` : time.padEnd(12, '0')}Z`;
};
