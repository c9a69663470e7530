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
import { readIfThere } from './catalogue/read-if-there.ts';

// Renders the servers of a covering array of all choices and checks each of them:
//   npm run pairs [-- --sample 3] [--strength 3] [--row 4] [--requests 300] [--files 8]
//   npm run pairs -- --continue     only those that docs/catalogue does not tell to have passed
// A run of all of them, or of all others, writes docs/catalogue/pairs.md and pairs.json, row by row:
// --continue goes on where one was cut off.
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
const isWhole = rows.length + passed.size === all.length;
const told = new Map(all.map((row) => [row.number, passed.get(row.number) ?? rowRecord(row)]));
const checked = await pLimit(2).map(rows, async (row) => {
  const result = await checkRow(row, options);
  console.log(lineOf(result));
  if (result.failure) console.error(result.failure.output);
  told.set(row.number, rowRecord(row, result.failure?.step ?? null));
  if (isWhole) await writeRecord();
  return result;
});
process.exitCode = checked.some(({ failure }) => failure) ? 1 : 0;

function lineOf({ row, failure, seconds }: Checked): string {
  const what = `${row.modules.join(' ') || 'nothing chosen'}; ${row.plan.entities.length} entities`;
  return `${failure ? `✗ ${failure.step}` : '✓'} row ${row.number} (${seconds} s): ${what}`;
}

/** What was told of rows that are still what they were, and passed. */
async function readPassed(): Promise<Map<number, RowRecord>> {
  const text = await readIfThere(join(folder, `${name}.json`));
  const rows = text === null ? [] : (JSON.parse(text) as PairsRecord).rows;
  const same = all.filter((row) => isDeepStrictEqual(rows[row.number - 1], rowRecord(row, null)));
  return new Map(same.map((row) => [row.number, rowRecord(row, null)]));
}

async function writeRecord() {
  const record: PairsRecord = {
    date: new Date().toISOString().slice(0, 10),
    strength,
    versions: Object.fromEntries([...catalogue.modules].map(([id, { version }]) => [id, version])),
    rows: [...told.values()],
  };
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, `${name}.json`), `${JSON.stringify(record, null, 2)}\n`);
  await writeFile(join(folder, `${name}.md`), pairsPage(record));
}
