import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { catalogue } from '../test/servers/render-to.ts';
import { type Checked, checkRow } from './catalogue/pairs/check-row.ts';
import { inParallel } from './catalogue/pairs/in-parallel.ts';
import { pairsPage, recordOf } from './catalogue/pairs/record.ts';
import { pairRows } from './catalogue/pairs/rows.ts';
import { sampleRows, seedOf } from './catalogue/pairs/sample.ts';

// Renders the servers of a covering array of all choices and checks each of them:
//   npm run pairs [-- --sample 3] [--strength 3] [--row 4] [--requests 300] [--files 8]
const { values } = parseArgs({
  options: {
    sample: { type: 'string' },
    strength: { type: 'string', default: '2' },
    row: { type: 'string', multiple: true, default: [] },
    requests: { type: 'string', default: '300' },
    files: { type: 'string', default: 'Infinity' },
  },
});
const root = join(import.meta.dirname, '..');
const strength = Number(values.strength);
const all = pairRows(catalogue, strength);
const seed = seedOf(await readFile(join(root, 'package-lock.json'), 'utf8'));
const sampled = values.sample ? sampleRows(all, Number(values.sample), seed) : all;
const rows =
  values.row.length > 0 ? all.filter((row) => values.row.includes(`${row.number}`)) : sampled;
const options = { seed, requests: Number(values.requests), testFiles: Number(values.files) };

console.log(`${rows.length} of ${all.length} rows, strength ${strength}, seed ${seed}`);
const checked = await inParallel(2, rows, async (row) => {
  const result = await checkRow(row, options);
  console.log(lineOf(result));
  if (result.failure) console.error(result.failure.output);
  return result;
});
if (rows.length === all.length) await writeRecord(checked);
process.exitCode = checked.some(({ failure }) => failure) ? 1 : 0;

function lineOf({ row, failure, seconds }: Checked): string {
  const what = `${row.modules.join(' ') || 'nothing chosen'}; ${row.plan.entities.length} entities`;
  return `${failure ? `✗ ${failure.step}` : '✓'} row ${row.number} (${seconds} s): ${what}`;
}

async function writeRecord(results: readonly Checked[]) {
  const versions = Object.fromEntries(
    [...catalogue.modules].map(([id, { version }]) => [id, version]),
  );
  const record = recordOf(results, versions, strength, new Date().toISOString().slice(0, 10));
  const folder = join(root, 'docs/catalogue');
  await mkdir(folder, { recursive: true });
  const name = strength === 2 ? 'pairs' : 'triples';
  await writeFile(join(folder, `${name}.json`), `${JSON.stringify(record, null, 2)}\n`);
  await writeFile(join(folder, `${name}.md`), pairsPage(record));
}
