import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { sampleRows, seedOf } from '../../scripts/catalogue/pairs/sample.ts';
import { scoreModule } from '../../scripts/mutation/score-module.ts';

const minutes = 60_000;
const root = join(import.meta.dirname, '../..');
const seed = seedOf(readFileSync(join(root, 'package-lock.json'), 'utf8'));
const published = JSON.parse(readFileSync(join(root, 'docs/catalogue/mutation.json'), 'utf8'));

/** Small enough to be changed everywhere in a minute or two. */
const small = ['health', 'hello', 'rate-limit', 'security-headers'];
const [id = ''] = sampleRows(small, 1, seed);
console.warn(`StrykerJS changes ${id} of ${small.join(', ')}, by the lock file.`);

it(
  `the tests of ${id} see most changes of its code, as published`,
  async () => {
    const { seen, changes, unseen } = await scoreModule(id);
    expect(changes).toBe(published[id].changes);
    expect(seen / changes, unseen.join('\n')).toBeGreaterThanOrEqual(0.8);
  },
  10 * minutes,
);
