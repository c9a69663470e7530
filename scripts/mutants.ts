import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isDeepStrictEqual, parseArgs } from 'node:util';
import pLimit from 'p-limit';
import { timeWord } from './catalogue/report.ts';
import { repository } from './catalogue/repository.ts';
import { type Fate, judgeMutant } from './mutants/judge-mutant.ts';
import { mutants } from './mutants/list.ts';
import { brokenBy, type MutantsRecord, mutantsPage, type Told, toldOf } from './mutants/record.ts';

// Breaks the catalogue in one place after the other and sees that the judge finds it:
//   npm run mutants [-- <id>…]
//   npm run mutants -- --continue     only those that docs/catalogue does not tell to be caught
// A run of all of them, or of all others, writes docs/catalogue/mutants.md and mutants.json.
const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { continue: { type: 'boolean', default: false } },
});
const folder = join(repository, 'docs/catalogue');
const known = values.continue ? await readKnown() : new Map<string, Told>();
const unknown = positionals.filter((id) => !mutants.some((each) => each.id === id));
if (unknown.length > 0) throw new Error(`There is no mutant ${unknown.join(', ')}.`);
const chosen = mutants.filter(
  ({ id }) => !known.has(id) && (positionals.length === 0 || positionals.includes(id)),
);

const start = performance.now();
// Mutants of one module share its databases: they take turns.
const groups = [...Map.groupBy(chosen, ({ judged }) => judged).values()];
const judged = await pLimit(2).map(groups, async (group) => {
  const fates: Fate[] = [];
  for (const mutant of group) {
    const fate = await judgeMutant(mutant);
    console.log(lineOf(fate));
    fates.push(fate);
  }
  return fates;
});
const fates = judged.flat();
const survivors = fates.filter(({ caught }) => caught === null);
const unnamed = fates.filter(({ caught }) => caught && !caught.namesPlace);
console.log(
  `${fates.length - survivors.length} of ${fates.length} caught, ${unnamed.length} without their place, in ${timeWord(performance.now() - start)}`,
);
if (chosen.length + known.size === mutants.length) await writeRecord();
process.exitCode = survivors.length + unnamed.length > 0 ? 1 : 0;

function lineOf({ mutant, caught, milliseconds }: Fate): string {
  const mark = caught === null ? '✗' : caught.namesPlace ? '✓' : '–';
  const rest = caught === null ? 'survived' : `${caught.check}: ${caught.message}`;
  return `${mark} ${mutant.id} (${timeWord(milliseconds)}) ${rest}`;
}

/** What was told of mutants that are still what they were, and were caught. */
async function readKnown(): Promise<Map<string, Told>> {
  const record = JSON.parse(await readFile(join(folder, 'mutants.json'), 'utf8')) as MutantsRecord;
  const good = record.mutants.filter(
    (told) =>
      told.namesPlace && mutants.some((each) => isDeepStrictEqual(brokenBy(each), brokenBy(told))),
  );
  return new Map(good.map((told) => [told.id, told]));
}

/** In the order of the list, whatever was judged first. */
async function writeRecord() {
  const fresh = new Map(fates.map((fate) => [fate.mutant.id, toldOf(fate)]));
  const record: MutantsRecord = {
    date: new Date().toISOString().slice(0, 10),
    mutants: mutants.flatMap(({ id }) => fresh.get(id) ?? known.get(id) ?? []),
  };
  await writeFile(join(folder, 'mutants.json'), `${JSON.stringify(record, null, 2)}\n`);
  await writeFile(join(folder, 'mutants.md'), mutantsPage(record));
}
