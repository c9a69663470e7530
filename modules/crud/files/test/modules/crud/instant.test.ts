import { pgTable } from 'drizzle-orm/pg-core';
import { expect, test } from 'vitest';
import { instant } from '../../../src/modules/crud/instant.ts';

const { at } = pgTable('moments', { at: instant() });

test.each([
  ['2026-11-22 19:14:56.123+00', '2026-11-22T19:14:56.123Z'],
  ['2026-11-22 19:14:56.1+00', '2026-11-22T19:14:56.100Z'],
  ['2026-11-22 19:14:56+00', '2026-11-22T19:14:56.000Z'],
  ['2026-11-22 21:14:56.12+02', '2026-11-22T19:14:56.120Z'],
  ['2026-11-23 00:44:56+05:30', '2026-11-22T19:14:56.000Z'],
])('%s of the database is %s', (stored, read) => {
  expect(at.mapFromDriverValue(stored)).toBe(read);
});
