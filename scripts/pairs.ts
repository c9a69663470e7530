import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isDeepStrictEqual, parseArgs } from 'node:util';
import pLimit from 'p-limit';
import { catalogue } from '../test/servers/render-to.ts';
import { type Checked, checkRow } from './catalogue/pairs/check-row.ts';
import {
  type PairsRecord,
  pairsPage,
  type RowRecord,
  rowRecord,
} from './catalogue/pairs/record.ts';
import { pairRows } from './catalogue/pairs/rows.ts';
import { sampleRows, seedOf } from './catalogue/pairs/sample.ts';

// Renders the servers of a covering array of all choices and checks each of them:
//   npm run pairs [-- --sample 3] [--strength 3] [--row 4] [--requests 300] [--files 8]
//   npm run pairs -- --continue     only those that docs/catalogue does not tell to have passed
// A run of all of them, or of all others, writes docs/catalogue/pairs.md and pairs.json.
const { values } = parseArgs({
  options: {
    sample: { type: 'string' },
    strength: { type: 'string', default: '2' },
    row: { type: 'string', multiple: true, default: [] },
    requests: { type: 'string', default: '300' },
    files: { type: 'string', default: 'Infinity' },
    continue: { type: 'boolean', default: false },
  },
});
const root = join(import.meta.dirname, '..');
const strength = Number(values.strength);
const all = pairRows(catalogue, strength);
const seed = seedOf(await readFile(join(root, 'package-lock.json'), 'utf8'));
const name = strength === 2 ? 'pairs' : 'triples';
const folder = join(root, 'docs/catalogue');
const passed = values.continue ? await readPassed() : new Map<number, RowRecord>();
const sampled = values.sample ? sampleRows(all, Number(values.sample), seed) : all;
const rows = sampled.filter(
  ({ number }) =>
    !passed.has(number) && (values.row.length === 0 || values.row.includes(`${number}`)),
);
const options = { seed, requests: Number(values.requests), testFiles: Number(values.files) };

console.log(`${rows.length} of ${all.length} rows, strength ${strength}, seed ${seed}`);
const checked = await pLimit(2).map(rows, async (row) => {
  const result = await checkRow(row, options);
  console.log(lineOf(result));
  if (result.failure) console.error(result.failure.output);
  return result;
});
if (rows.length + passed.size === all.length) await writeRecord();
process.exitCode = checked.some(({ failure }) => failure) ? 1 : 0;

function lineOf({ row, failure, seconds }: Checked): string {
  const what = `${row.modules.join(' ') || 'nothing chosen'}; ${row.plan.entities.length} entities`;
  return `${failure ? `✗ ${failure.step}` : '✓'} row ${row.number} (${seconds} s): ${what}`;
}

/** What was told of rows that are still what they were, and passed. */
async function readPassed(): Promise<Map<number, RowRecord>> {
  const known: PairsRecord = JSON.parse(await readFile(join(folder, `${name}.json`), 'utf8'));
  const same = all.filter((row) =>
    isDeepStrictEqual(known.rows[row.number - 1], rowRecord({ row, failure: null })),
  );
  return new Map(same.map((row) => [row.number, rowRecord({ row, failure: null })]));
}

async function writeRecord() {
  const fresh = new Map(checked.map((each) => [each.row.number, rowRecord(each)]));
  const record: PairsRecord = {
    date: new Date().toISOString().slice(0, 10),
    strength,
    versions: Object.fromEntries([...catalogue.modules].map(([id, { version }]) => [id, version])),
    rows: all.flatMap(({ number }) => fresh.get(number) ?? passed.get(number) ?? []),
  };
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, `${name}.json`), `${JSON.stringify(record, null, 2)}\n`);
  await writeFile(join(folder, `${name}.md`), pairsPage(record));
}
