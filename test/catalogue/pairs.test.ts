import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkRow } from '../../scripts/catalogue/pairs/check-row.ts';
import { pairRows } from '../../scripts/catalogue/pairs/rows.ts';
import { sampleRows, seedOf } from '../../scripts/catalogue/pairs/sample.ts';
import { catalogue } from '../servers/render-to.ts';

const minutes = 60_000;
const seed = seedOf(readFileSync(join(import.meta.dirname, '../../package-lock.json'), 'utf8'));
const all = pairRows(catalogue);
const rows = sampleRows(all, 2, seed);
const numbers = rows.map(({ number }) => number).join(' and ');
console.warn(`Rows ${numbers} of ${all.length}, by the lock file; npm run pairs tries them all.`);

describe.each(rows.map((row) => [row.number, row] as const))('the server of row %i', (_, row) => {
  it(
    `holds together: ${row.modules.join(' ') || 'nothing chosen'}`,
    async () => {
      const { failure } = await checkRow(row, { seed, requests: 200, testFiles: 8 });
      expect(failure, failure?.output).toBeNull();
    },
    10 * minutes,
  );
});
